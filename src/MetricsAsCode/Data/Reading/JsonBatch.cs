namespace MetricsAsCode.Data.Reading;

/// <summary>Rows of a JSON lines file, their values written out as the cells of a table are, so that both are parsed by the same code.</summary>
internal sealed class JsonBatch(int slotCount) : CellBatch(slotCount, MostRows)
{
    private const int MostRows = 1024, MostBytes = 1 << 20;

    private readonly int[] _columns = new int[Math.Max(1, slotCount) * MostRows];
    private int _length;

    /// <summary>Whether it has to be parsed and cleared before the next row.</summary>
    public bool IsFull => RowCount == MostRows || _length >= MostBytes;

    public void Clear() => (RowCount, _length) = (0, 0);

    /// <summary>Begins a row whose cells are all missing. It counts once <see cref="Keep"/> is called.</summary>
    public void Begin(int line)
    {
        Lines[RowCount] = line;
        for (int slot = 0; slot < SlotCount; slot++)
        {
            Set(slot, RowCount, default);
            _columns[slot * MostRows + RowCount] = 0;
        }
    }

    public void Keep() => RowCount++;

    /// <summary>Room for a value of the row at hand.</summary>
    public Span<byte> Room(int length)
    {
        if (Bytes.Length - _length < length)
        {
            var larger = new byte[Math.Max(Bytes.Length * 2, _length + length)];
            Bytes.AsSpan(0, _length).CopyTo(larger);
            Bytes = larger;
        }

        return Bytes.AsSpan(_length, length);
    }

    /// <summary>Takes what was written into the room as the value of a slot; <paramref name="column"/> is where it stands in its line.</summary>
    public void Add(int slot, int length, int column)
    {
        Set(slot, RowCount, new Cell(_length, length, isQuoted: true, hasDoubledQuotes: false));
        _columns[slot * MostRows + RowCount] = column;
        _length += length;
    }

    public override (int Line, int Column) PlaceOf(int slot, int row) => (Lines[row], _columns[slot * MostRows + row]);
}
