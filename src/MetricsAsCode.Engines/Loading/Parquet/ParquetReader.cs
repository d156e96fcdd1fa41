using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>Reads files one after the other into the same columns. What is wrong with them goes to the log.</summary>
internal sealed class ParquetReader(DuckDbConnection connection, SourceSchema schema, IReadOnlyList<ColumnSchema> wanted, ErrorLog log)
{
    // Nothing but what the file holds: no columns out of folder names, no texts out of bytes.
    private const string Rows = "FROM read_parquet($1, hive_partitioning = false, binary_as_string = false)";

    private readonly ColumnTarget[] _targets = [.. wanted.Select(c => ColumnTarget.Of(c, log))];

    /// <summary>The rows so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Whether a column could not take all rows; there is then no frame.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Takes over the rows of a file.</summary>
    /// <param name="file">Its index in the log.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="cancellation">Looked at between chunks.</param>
    public void Read(int file, string path, CancellationToken cancellation)
    {
        try
        {
            // In brackets a wildcard of the engine is a plain character.
            string plain = path.Replace("[", "[[]", StringComparison.Ordinal).Replace("*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal);
            if (Match(ColumnsOf(plain, cancellation), file) is { } stored)
                Copy(stored, plain, file, cancellation);
        }
        catch (DuckDbException e)
        {
            Log(file, null, $"the file cannot be read as Parquet: {e.Message}");
        }
        catch (DictionaryFullException e)
        {
            Log(file, null, e.Message);
            IsCutShort = true;
        }
    }

    public IReadOnlyList<Column> Build() => [.. _targets.Select(t => t.Column.Build())];

    private IReadOnlyList<DuckDbColumn> ColumnsOf(string path, CancellationToken cancellation)
    {
        using var none = connection.Query($"SELECT * {Rows} LIMIT 0", [path], cancellation);
        return none.Columns;
    }

    /// <summary>The columns of the file that belong to those wanted; null when the file lacks one, or one does not fit.</summary>
    private DuckDbColumn[]? Match(IReadOnlyList<DuckDbColumn> stored, int file)
    {
        long before = log.Count;
        string[] names = [.. stored.Select(c => c.Name)];
        foreach (var column in schema.Columns.Where(c => !names.Contains(NameOf(c), StringComparer.Ordinal)))
            Log(file, column.Name, $"the file has no column {ErrorLog.Show(NameOf(column))}; it has {Nearest.List(names)}.{Nearest.DidYouMean(NameOf(column), names)}");
        if (log.Count > before)
            return null;
        DuckDbColumn[] matched = [.. wanted.Select(w => stored.First(c => string.Equals(c.Name, NameOf(w), StringComparison.Ordinal)))];
        for (int i = 0; i < matched.Length; i++)
        {
            if (_targets[i].CopyOf(Shown(matched[i])) is null)
                Log(file, wanted[i].Name, $"the file holds {matched[i].SqlType} here, which is not read as {wanted[i].Type.Kind.ToString().ToLowerInvariant()}. Declare the type that the file holds, or write the file with {_targets[i].Fits}.");
        }

        return log.Count > before ? null : matched;
    }

    private void Copy(DuckDbColumn[] stored, string path, int file, CancellationToken cancellation)
    {
        VectorCopy[] copies = [.. stored.Select((c, i) => _targets[i].CopyOf(Shown(c))!)];
        string columns = stored.Length == 0 ? "true" : string.Join(", ", stored.Select(Expression));
        using var result = connection.Stream($"SELECT {columns} {Rows}", [path], cancellation);
        int firstRow = RowCount;
        foreach (var chunk in result.Chunks())
        {
            if (RowCount > Array.MaxLength - chunk.RowCount)
            {
                Log(file, null, FormattableString.Invariant($"there are more than {Array.MaxLength} rows, the most that are read."));
                return;
            }

            var first = new ErrorPlace(file, RowCount - firstRow + 1);
            for (int i = 0; i < copies.Length; i++)
                copies[i].Append(chunk[i], chunk.RowCount, first);
            RowCount += chunk.RowCount;
        }
    }

    private static string NameOf(ColumnSchema column) => column.FileName ?? column.Name;

    /// <summary>Types that are texts to everyone but the engine.</summary>
    private static bool IsText(DuckDbColumn column) => column.Type is DuckDbType.Enum or DuckDbType.Uuid;

    private static DuckDbColumn Shown(DuckDbColumn column) => IsText(column) ? column with { Type = DuckDbType.Varchar } : column;

    private static string Expression(DuckDbColumn column) =>
        IsText(column) ? $"CAST({SqlText.Name(column.Name)} AS VARCHAR)" : SqlText.Name(column.Name);

    private void Log(int file, string? column, string message) => log.Add(new ErrorPlace(file, 0), 0, column, null, message);
}
