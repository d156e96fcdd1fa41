namespace MetricsAsCode.Data.Reading;

/// <summary>
/// The cells of some rows, slot by slot: one slot per wanted column, so that each column is parsed in one loop of its own
/// and the only virtual calls are one per column and batch.
/// </summary>
internal abstract class CellBatch(int slotCount, int capacity)
{
    private readonly Cell[] _cells = new Cell[checked(slotCount * capacity)];
    private byte[] _scratch = new byte[256];

    /// <summary>The bytes that cells point into.</summary>
    public byte[] Bytes { get; set; } = [];

    public int SlotCount { get; } = slotCount;

    /// <summary>How many rows fit.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>How many rows are here.</summary>
    public int RowCount { get; set; }

    /// <summary>The line, from 1, on which each row begins.</summary>
    public int[] Lines { get; } = new int[capacity];

    /// <summary>The cells of one wanted column, one per row.</summary>
    public ReadOnlySpan<Cell> Slot(int slot) => _cells.AsSpan(slot * Capacity, RowCount);

    /// <summary>Sets the cell of the row being written, which <see cref="RowCount"/> does not count yet.</summary>
    public void Set(int slot, int row, Cell cell) => _cells[slot * Capacity + row] = cell;

    public Cell this[int slot, int row] => _cells[slot * Capacity + row];

    /// <summary>The text of a cell with doubled quotes made single; valid until the next call.</summary>
    public ReadOnlySpan<byte> TextOf(Cell cell)
    {
        var raw = Bytes.AsSpan(cell.Start, cell.Length);
        return cell.HasDoubledQuotes ? WithSingleQuotes(raw) : raw;
    }

    /// <summary>The line and column, from 1, of a cell; column 0 when it is not known. For errors only.</summary>
    public abstract (int Line, int Column) PlaceOf(int slot, int row);

    private ReadOnlySpan<byte> WithSingleQuotes(ReadOnlySpan<byte> raw)
    {
        if (_scratch.Length < raw.Length)
            _scratch = new byte[raw.Length];
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            _scratch[length++] = raw[i];
            if (raw[i] == '"')
                i++;
        }

        return _scratch.AsSpan(0, length);
    }
}
