using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Reference.Tables;

/// <summary>The rows of one source: a scalar per row and column, and the rows by their key.</summary>
internal sealed class Table(SourceSymbol source, DataFrame frame)
{
    private readonly Dictionary<ColumnSymbol, Scalar?[]> cells = [];
    private Dictionary<Scalar, int>? rowsByKey;
    private ILookup<Scalar?, int>? allByKey;

    public SourceSymbol Source { get; } = source;

    public int RowCount => frame.RowCount;

    public bool Has(ColumnSymbol column) => frame.TryGet(column.Name, out _);

    public Scalar? Cell(ColumnSymbol column, int row) => CellsOf(column)[row];

    /// <summary>The row whose single key has this value; null when the reference is dangling, which counts as missing.</summary>
    public int? RowOf(Scalar key)
    {
        rowsByKey ??= RowsByKey();
        return rowsByKey.TryGetValue(key, out int row) ? row : null;
    }

    /// <summary>The rows whose single key has this value, in the order of the table.</summary>
    public IEnumerable<int> RowsOf(Scalar key)
    {
        var column = Source.Keys.Single();
        allByKey ??= Enumerable.Range(0, RowCount).ToLookup(row => Cell(column, row));
        return allByKey[key];
    }

    private Dictionary<Scalar, int> RowsByKey()
    {
        var rows = new Dictionary<Scalar, int>();
        var key = Source.Keys.Single();
        for (int row = 0; row < RowCount; row++)
        {
            // A duplicate key is a data error, reported where the file is read; the first row stands.
            if (Cell(key, row) is { } value)
                rows.TryAdd(value, row);
        }

        return rows;
    }

    private Scalar?[] CellsOf(ColumnSymbol column)
    {
        if (!cells.TryGetValue(column, out var values))
        {
            var stored = frame[column.Name];
            values = [.. Enumerable.Range(0, RowCount).Select(row => CellReader.Read(stored, row))];
            cells.Add(column, values);
        }

        return values;
    }
}
