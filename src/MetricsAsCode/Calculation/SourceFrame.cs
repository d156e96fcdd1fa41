using MetricsAsCode.Data;
using MetricsAsCode.Results;

namespace MetricsAsCode.Calculation;

/// <summary>The base of generated frames: rows of one source that keep its contract, so that a calculator cannot be given the wrong table.</summary>
public abstract class SourceFrame
{
    /// <summary>Takes over rows after a look at their columns.</summary>
    /// <param name="schema">The source's contract.</param>
    /// <param name="columnsInUse">The columns that must be there.</param>
    /// <param name="data">The rows.</param>
    /// <exception cref="ArgumentException">A column in use is not there, has another type, or misses values that it must not miss.</exception>
    protected SourceFrame(SourceSchema schema, IReadOnlyList<string> columnsInUse, DataFrame data)
    {
        foreach (var column in schema.Columns.Where(c => columnsInUse.Contains(c.Name, StringComparer.Ordinal)))
            Check(schema, column, data);
        Data = data;
    }

    /// <summary>The rows.</summary>
    public DataFrame Data { get; }

    /// <summary>Reads the columns in use, and others that results will be broken down by, of a CSV file.</summary>
    /// <exception cref="DataException">The file cannot be read or breaks the contract.</exception>
    /// <exception cref="ArgumentException">A dimension is no column of the source.</exception>
    protected static DataFrame Read(string path, SourceSchema schema, IReadOnlyList<string> columnsInUse, IReadOnlyList<Dimension> also) =>
        CsvFile.Read(path, schema, Columns(schema, columnsInUse, also));

    /// <summary>Reads the columns in use, and others that results will be broken down by, of a file of JSON lines.</summary>
    /// <exception cref="DataException">The file cannot be read or breaks the contract.</exception>
    /// <exception cref="ArgumentException">A dimension is no column of the source.</exception>
    protected static DataFrame ReadJsonLines(string path, SourceSchema schema, IReadOnlyList<string> columnsInUse, IReadOnlyList<Dimension> also) =>
        JsonLinesFile.Read(path, schema, Columns(schema, columnsInUse, also));

    private static HashSet<string> Columns(SourceSchema schema, IReadOnlyList<string> columnsInUse, IReadOnlyList<Dimension> also)
    {
        foreach (var dimension in also)
        {
            if (!string.Equals(dimension.Source, schema.Name, StringComparison.Ordinal))
                throw new ArgumentException($"`{dimension}` is not a column of `{schema.Name}`. Name it where that source is read.", nameof(also));
        }

        return columnsInUse.Concat(also.Select(d => d.Column)).ToHashSet(StringComparer.Ordinal);
    }

    private static void Check(SourceSchema schema, ColumnSchema column, DataFrame data)
    {
        if (!data.TryGet(column.Name, out var found))
            throw new ArgumentException($"`{schema.Name}` needs a column `{column.Name}`, which the frame `{data.Name}` has not.", nameof(data));
        if (found.Type != column.Type)
            throw new ArgumentException($"`{schema.Name}.{column.Name}` holds {column.Type}, the frame's column {found.Type}.", nameof(data));
        if (!column.IsOptional && found.Known is { } known && known.PopCount() < found.Length)
            throw new ArgumentException($"`{schema.Name}.{column.Name}` may not be missing, but {found.Length - known.PopCount()} values of the frame are.", nameof(data));
    }
}
