using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>A column while it is read: the rows so far, which of them are missing, and what is wrong with them.</summary>
internal abstract class GrowingColumn(ColumnSchema schema, ErrorLog log)
{
    private MissingRows _missing;

    public ColumnSchema Schema { get; } = schema;

    /// <summary>The rows read so far.</summary>
    protected int RowCount { get; set; }

    protected ErrorLog Log { get; } = log;

    /// <summary>The finished column.</summary>
    public abstract Column Build();

    /// <summary>Why a value is refused, in words.</summary>
    protected abstract string Explain(CellFault fault, string text);

    protected Bitmap? Known() => _missing.ToKnown(RowCount);

    /// <summary>Makes room for some more rows.</summary>
    protected void EnsureRoom<T>(ref T[] values, int more)
    {
        long needed = (long)RowCount + more;
        if (needed > values.Length)
            Array.Resize(ref values, (int)Math.Min(Array.MaxLength, Math.Max(needed, values.Length * 2L)));
    }

    /// <summary>Whether a missing value is none that has to be refused; it is then noted.</summary>
    protected bool TryAddMissing(int row)
    {
        if (Schema.IsKey || !Schema.IsOptional)
            return false;
        _missing.Add(row);
        return true;
    }

    /// <summary>Whether the error of a refused row has to be worded. The row then counts as missing, so that no other check reads its value.</summary>
    protected bool Refuses(int row, ErrorPlace place)
    {
        _missing.Add(row);
        if (Log.Keeps(place))
            return true;
        Log.Skip();
        return false;
    }

    /// <summary>Words the error of a refused row.</summary>
    protected void LogRefusal(ErrorPlace row, ErrorPlace place, int column, CellFault fault, string text)
    {
        if (fault == CellFault.Missing)
            Log.AddToRow(row, place, column, Schema.Name, null, ExplainMissing());
        else
            Log.AddToRow(row, place, column, Schema.Name, text, Explain(fault, text));
    }

    private string ExplainMissing() => Schema.IsKey
        ? "the cell is empty, but a key is never missing."
        : "the cell is empty. Fill it, or declare the type with `?` if it may be missing.";
}
