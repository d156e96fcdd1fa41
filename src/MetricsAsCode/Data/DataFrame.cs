using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Data;

/// <summary>The rows of one source: equally long typed columns, each in its own buffers.</summary>
public sealed class DataFrame
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>A frame of given columns.</summary>
    /// <param name="name">The name of the source.</param>
    /// <param name="rowCount">The number of rows, also of each column.</param>
    /// <param name="columns">Columns with different names.</param>
    /// <param name="origin">Where the rows stand; null for rows made in memory.</param>
    public DataFrame(string name, int rowCount, IReadOnlyList<Column> columns, DataOrigin? origin = null)
    {
        foreach (var column in columns)
        {
            if (column.Length != rowCount)
                throw new ArgumentException($"Frame `{name}` has {rowCount} rows, its column `{column.Name}` has {column.Length}.", nameof(columns));
        }

        Name = name;
        RowCount = rowCount;
        Columns = columns;
        Origin = origin;
        _byName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The name of the source.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The columns that were read, in the order of their declaration.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Where the rows stand; null for rows made in memory.</summary>
    public DataOrigin? Origin { get; }

    /// <summary>Declared columns that the table at hand leaves out. Reading one is a data error.</summary>
    public IReadOnlySet<string> Absent { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The rows that were set aside because they break the contract, each with the first thing wrong with it; see <see cref="BadRows.Quarantine"/>.</summary>
    public IReadOnlyList<DataError> Rejected { get; init; } = [];

    private IReadOnlyDictionary<string, Lazy<Column>> Deferred { get; init; } = FrozenDictionary<string, Lazy<Column>>.Empty;

    /// <summary>A column by its name.</summary>
    /// <exception cref="DataException">The table leaves the column out.</exception>
    /// <exception cref="KeyNotFoundException">The frame was read without this column.</exception>
    public Column this[string name] => TryGet(name, out var column) ? column : throw Unread(name);

    /// <summary>A frame of all declared columns without any row.</summary>
    public static DataFrame Empty(SourceSchema schema) => new(schema.Name, 0, [.. schema.Columns.Select(EmptyColumn)]);

    /// <summary>The column of a name, if the frame has it.</summary>
    /// <exception cref="DataException">The column follows from others, one of which the table leaves out.</exception>
    public bool TryGet(string name, [NotNullWhen(true)] out Column? column)
    {
        if (_byName.TryGetValue(name, out column))
            return true;
        column = Deferred.TryGetValue(name, out var deferred) ? deferred.Value : null;
        return column is not null;
    }

    /// <summary>A column of fixed-width values.</summary>
    /// <exception cref="DataException">The table leaves the column out.</exception>
    public ValueColumn<T> Values<T>(string name) where T : unmanaged => this[name] as ValueColumn<T> ?? throw OtherType(name, typeof(T).Name);

    /// <summary>A column of texts.</summary>
    /// <exception cref="DataException">The table leaves the column out.</exception>
    public TextColumn Texts(string name) => this[name] as TextColumn ?? throw OtherType(name, nameof(String));

    /// <summary>The line, from 1, on which a row (from 0) begins in the file it came from; 0 for rows made in memory.</summary>
    public int LineOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        return Origin?.LineOf(row) ?? 0;
    }

    /// <summary>The file and the line of a row; of the first file without a line for rows made in memory.</summary>
    internal ErrorPlace PlaceOf(int row) => Origin?.PlaceOf(row) ?? 0;

    /// <summary>A row in words, for one who stands at another row.</summary>
    internal string Describe(int row, int from) => Origin?.Describe(row, from) ?? "line 0";

    /// <summary>Whether a column is not there for a reason, which asking for it tells.</summary>
    internal bool LeavesOut(string column) => Absent.Contains(column);

    /// <summary>The frame with one more column, which is computed when it is first asked for. It is none of <see cref="Columns"/>.</summary>
    internal DataFrame With(string name, Lazy<Column> column) =>
        new(Name, RowCount, Columns, Origin) { Absent = Absent, Rejected = Rejected, Deferred = new Dictionary<string, Lazy<Column>>(Deferred, StringComparer.Ordinal) { [name] = column } };

    /// <summary>The frame without some rows, which are set aside.</summary>
    /// <param name="rejected">The rows, each with what is wrong with it.</param>
    public DataFrame WithoutRows(IReadOnlyDictionary<int, DataError> rejected)
    {
        if (rejected.Count == 0)
            return this;
        int[] kept = [.. Enumerable.Range(0, RowCount).Where(row => !rejected.ContainsKey(row))];
        return OfRows(kept, [.. Rejected, .. rejected.OrderBy(r => r.Key).Select(r => r.Value)]);
    }

    /// <summary>The frame of some rows, and what is wrong with all the others.</summary>
    internal DataFrame OfRows(int[] rows, IReadOnlyList<DataError> rejected) =>
        new(Name, rows.Length, [.. Columns.Select(c => c.Pick(rows))], Origin is null ? null : new DataOrigin(Origin, rows)) { Absent = Absent, Deferred = Deferred, Rejected = rejected };

    private static Column EmptyColumn(ColumnSchema column) => column.Type.Kind switch
    {
        ColumnKind.Text => new TextColumn(column.Name, [], new TextDictionary()),
        ColumnKind.Number => new ValueColumn<double>(column.Name, column.Type, []),
        ColumnKind.Boolean => new ValueColumn<bool>(column.Name, column.Type, []),
        ColumnKind.Date => new ValueColumn<int>(column.Name, column.Type, []),
        _ => new ValueColumn<long>(column.Name, column.Type, []),
    };

    private Exception Unread(string name)
    {
        if (!Absent.Contains(name))
            return new KeyNotFoundException($"Frame `{Name}` has no column `{name}`; it has {string.Join(", ", Columns.Select(c => c.Name))}.");
        var error = new DataError(Origin?.File ?? Name, Origin?.HeaderLine ?? 0, 0, name, null, $"this table of `{Name}` leaves the column out, but it is read. Add the column.");
        return new DataException([error]);
    }

    private InvalidOperationException OtherType(string name, string storage) =>
        new($"Column `{name}` of `{Name}` is {this[name].Type}, which is not stored as {storage}.");
}
