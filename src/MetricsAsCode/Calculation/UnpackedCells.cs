using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>The rows of a block of a packed column, unpacked when somebody first asks for their values. One thread's own; what it hands out is valid until the next block.</summary>
internal sealed class UnpackedCells<T>(ValueColumn<T> column)
    where T : unmanaged
{
    private T[] values = [];
    private int from = -1;
    private bool isUnpacked;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows as they are packed.</summary>
    public PackedRows Packed => new(column.Packed!, from, Count);

    /// <summary>One value for each row.</summary>
    public ReadOnlySpan<T> Values
    {
        get
        {
            if (values.Length < Count)
                values = new T[Count];
            if (!isUnpacked)
                column.Values.Slice(from, values.AsSpan(0, Count));
            isUnpacked = true;
            return values.AsSpan(0, Count);
        }
    }

    /// <summary>Goes to a run of rows.</summary>
    public UnpackedCells<T> At(int first, int end)
    {
        if (first != from || end - first != Count)
            (from, Count, isUnpacked) = (first, end - first, false);
        return this;
    }
}
