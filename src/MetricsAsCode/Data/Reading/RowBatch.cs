using System.Text;

namespace MetricsAsCode.Data.Reading;

/// <summary>All rows of a literal table, written out as bytes so that they are parsed like those of a file.</summary>
internal sealed class RowBatch : CellBatch
{
    private RowBatch(int slotCount, int capacity) : base(slotCount, capacity)
    {
    }

    /// <summary>Rows with one cell per slot; null is missing.</summary>
    public static RowBatch Of(int slotCount, IReadOnlyList<(int Line, IReadOnlyList<string?> Cells)> rows)
    {
        var batch = new RowBatch(slotCount, rows.Count);
        var bytes = new List<byte>();
        foreach (var (line, cells) in rows)
        {
            for (int slot = 0; slot < slotCount; slot++)
            {
                byte[] text = Encoding.UTF8.GetBytes(cells[slot] ?? "");
                batch.Set(slot, batch.RowCount, new Cell(bytes.Count, text.Length, isQuoted: cells[slot] is not null, hasDoubledQuotes: false));
                bytes.AddRange(text);
            }

            batch.Lines[batch.RowCount++] = line;
        }

        batch.Bytes = [.. bytes];
        return batch;
    }

    public override (int Line, int Column) PlaceOf(int slot, int row) => (Lines[row], 0);
}
