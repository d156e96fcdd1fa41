using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>A block's rows as a state sees them.</summary>
/// <param name="from">The first row.</param>
/// <param name="slots">Each row's slot.</param>
/// <param name="hits">The rows that pass every filter.</param>
/// <param name="failed">The rows for which a filter overflowed; empty when there are none.</param>
internal readonly ref struct TallyBlock(int from, SlotLane slots, ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> failed)
{
    public readonly int From = from;
    public readonly ReadOnlySpan<ulong> Hits = hits;
    public readonly ReadOnlySpan<ulong> Failed = failed;

    /// <summary>The slot of all rows; negative when there are several.</summary>
    public int Single => slots.Single;

    /// <summary>Each row's slot, -1 for none; only when there are several.</summary>
    public ReadOnlySpan<int> Slots => slots.Slots;

    /// <summary>The slot of a row; -1 for none.</summary>
    public int SlotOf(int row) => slots.Single >= 0 ? slots.Single : slots.Slots[row];

    /// <summary>The rows that pass, slot by slot, when there are at most so many slots that this is cheaper than to look at each row.</summary>
    public bool TrySplit(int most, out SlotParts parts)
    {
        var count = slots.Single >= 0 ? 1 : slots.Candidates;
        parts = count <= most ? new SlotParts(slots, Hits, count) : default;
        return count <= most;
    }
}

/// <summary>Walks the slots of a block with the rows of each that pass: <c>while (parts.Next())</c>.</summary>
internal ref struct SlotParts(SlotLane slots, ReadOnlySpan<ulong> hits, int count)
{
    private readonly SlotLane slots = slots;
    private readonly ReadOnlySpan<ulong> hits = hits;
    private int next;

    /// <summary>The slot at hand.</summary>
    public int Slot { get; private set; }

    /// <summary>Its rows.</summary>
    public ReadOnlySpan<ulong> Rows { get; private set; }

    /// <summary>Goes to the next slot.</summary>
    public bool Next()
    {
        if (next == count)
            return false;
        if (slots.Single >= 0)
        {
            Slot = slots.Single;
            Rows = hits;
        }
        else
        {
            Slot = slots.Candidate(next);
            Rows = slots.Part(Slot, hits);
        }

        next++;
        return true;
    }
}
