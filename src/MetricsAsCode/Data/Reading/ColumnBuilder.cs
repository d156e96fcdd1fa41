using System.Text;
using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>Parses the cells of one column, checks them against its contract, and keeps the values.</summary>
internal abstract class ColumnBuilder(ColumnSchema schema, ErrorLog log)
{
    private MissingRows _missing;

    public ColumnSchema Schema { get; } = schema;

    /// <summary>The rows parsed so far.</summary>
    protected int RowCount { get; set; }

    protected ErrorLog Log { get; } = log;

    /// <summary>Parses a slot of a batch.</summary>
    public abstract void Append(CellBatch batch, int slot);

    /// <summary>The finished column.</summary>
    public abstract Column Build();

    protected Bitmap? Known() => _missing.ToKnown(RowCount);

    /// <summary>Makes room for the rows of one more batch.</summary>
    protected void EnsureRoom<T>(ref T[] values, int more)
    {
        long needed = (long)RowCount + more;
        if (needed > values.Length)
            Array.Resize(ref values, (int)Math.Min(Array.MaxLength, Math.Max(needed, values.Length * 2L)));
    }

    /// <summary>Why a cell is refused, in words.</summary>
    protected abstract string Explain(CellFault fault, string text);

    /// <summary>Notes a missing cell, which is an error unless the column is optional.</summary>
    protected void AddMissing(CellBatch batch, int slot, int row)
    {
        if (Schema.IsKey || !Schema.IsOptional)
            Refuse(batch, slot, row, CellFault.Missing);
        else
            _missing.Add(RowCount + row);
    }

    /// <summary>Notes a cell that breaks the contract; it then counts as missing, so that no other check reads its value.</summary>
    protected void Refuse(CellBatch batch, int slot, int row, CellFault fault)
    {
        _missing.Add(RowCount + row);
        if (!Log.Keeps(batch.Lines[row]))
        {
            Log.Skip();
            return;
        }

        string text = Encoding.UTF8.GetString(batch.TextOf(batch[slot, row]));
        var (line, column) = batch.PlaceOf(slot, row);
        Log.Add(line, column, Schema.Name, fault == CellFault.Missing ? null : text, fault == CellFault.Missing ? ExplainMissing() : Explain(fault, text));
    }

    private string ExplainMissing() => Schema.IsKey
        ? "the cell is empty, but a key is never missing."
        : "the cell is empty. Fill it, or declare the type with `?` if it may be missing.";
}
