namespace MetricsAsCode.Calculation.States;

/// <summary>Items gathered with their slots in the order they come, and in the end brought together slot by slot.</summary>
internal sealed class Gathered<T>(int slots)
{
    private int[] slotOf = new int[16];
    private T[] items = new T[16];
    private int[] starts = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(int slot, T item)
    {
        if (Count == items.Length)
            Grow(Count + 1L);
        slotOf[Count] = slot;
        items[Count++] = item;
    }

    /// <summary>Adds all of another.</summary>
    public void Add(Gathered<T> other)
    {
        if ((long)Count + other.Count > items.Length)
            Grow((long)Count + other.Count);
        other.slotOf.AsSpan(0, other.Count).CopyTo(slotOf.AsSpan(Count));
        other.items.AsSpan(0, other.Count).CopyTo(items.AsSpan(Count));
        Count += other.Count;
    }

    /// <summary>Brings the items of each slot together; nothing is added afterwards.</summary>
    public void Arrange()
    {
        var ends = new int[slots + 1];
        foreach (var slot in slotOf.AsSpan(0, Count))
            ends[slot + 1]++;
        for (var slot = 0; slot < slots; slot++)
            ends[slot + 1] += ends[slot];
        starts = (int[])ends.Clone();
        var arranged = new T[Count];
        for (var i = 0; i < Count; i++)
            arranged[ends[slotOf[i]]++] = items[i];
        (items, slotOf) = (arranged, []);
    }

    /// <summary>The items of a run of slots, slot by slot.</summary>
    public ArraySegment<T> Of(int fromSlot, int toSlot) => new(items, starts[fromSlot], starts[toSlot] - starts[fromSlot]);

    private void Grow(long needed)
    {
        if (needed > Array.MaxLength)
            throw new InvalidOperationException($"{needed} values of one aggregate are more than can be held.");
        var size = (int)Math.Min(Array.MaxLength, Math.Max(needed, items.Length * 2L));
        Array.Resize(ref slotOf, size);
        Array.Resize(ref items, size);
    }
}
