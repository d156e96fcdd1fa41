using System.Text;
using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>Parses the cells of one column, checks them against its contract, and keeps the values.</summary>
internal abstract class ColumnBuilder(ColumnSchema schema, ErrorLog log) : GrowingColumn(schema, log)
{
    /// <summary>Parses a slot of a batch.</summary>
    public abstract void Append(CellBatch batch, int slot);

    /// <summary>Notes a missing cell, which is an error unless the column is optional.</summary>
    protected void AddMissing(CellBatch batch, int slot, int row)
    {
        if (!TryAddMissing(RowCount + row))
            Refuse(batch, slot, row, CellFault.Missing);
    }

    /// <summary>Notes a cell that breaks the contract.</summary>
    protected void Refuse(CellBatch batch, int slot, int row, CellFault fault)
    {
        if (!Refuses(RowCount + row, batch.Lines[row]))
            return;
        var (line, column) = batch.PlaceOf(slot, row);
        LogRefusal(batch.Lines[row], line, column, fault, Encoding.UTF8.GetString(batch.TextOf(batch[slot, row])));
    }
}
