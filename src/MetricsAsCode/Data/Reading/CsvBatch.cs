namespace MetricsAsCode.Data.Reading;

/// <summary>Rows of a CSV file that stand in the scanner's buffer; valid until the scanner is asked for the next ones.</summary>
internal sealed class CsvBatch(int slotCount, int capacity) : CellBatch(slotCount, capacity)
{
    private readonly int[] _starts = new int[capacity];

    /// <summary>Takes in the row that begins at an index of the bytes.</summary>
    public void AddRow(int start, int line, ReadOnlySpan<Cell> cells, ReadOnlySpan<int> columnOfSlot)
    {
        for (int slot = 0; slot < columnOfSlot.Length; slot++)
            Set(slot, RowCount, cells[columnOfSlot[slot]]);
        _starts[RowCount] = start;
        Lines[RowCount] = line;
        RowCount++;
    }

    public override (int Line, int Column) PlaceOf(int slot, int row)
    {
        var cell = this[slot, row];
        return PlaceOf(Bytes, _starts[row], Lines[row], cell.IsQuoted ? cell.Start - 1 : cell.Start);
    }

    /// <summary>The line and column of an index, given an earlier one at which a line begins.</summary>
    public static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> bytes, int lineStart, int line, int index)
    {
        var before = bytes[lineStart..index];
        return (line + LineBreaks.Count(before), LineBreaks.ColumnAfter(before));
    }
}
