using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Walks the blocks of a run of rows in which some are selected, with the time and entity of each: <c>while (blocks.Next())</c>. A row without a time is selected no longer.</summary>
internal ref struct EntityBlocks(Bitmap selected, EntityCodes entities, TimesOfRows clock, int from, int to)
{
    private readonly int[] scratch = new int[Lane.BlockRows];
    private readonly long[] times = new long[Lane.BlockRows];
    private readonly ulong[] known = new ulong[Lane.BlockRows >> 6];
    private int next = from;

    /// <summary>The first row of the block at hand.</summary>
    public int Start { get; private set; }

    /// <summary>Bits of its selected rows, which may be cleared.</summary>
    public Span<ulong> Selected { get; private set; }

    /// <summary>By row its time.</summary>
    public readonly ReadOnlySpan<long> Times => times;

    /// <summary>By row its entity; -1 for none.</summary>
    public ReadOnlySpan<int> Codes { get; private set; }

    /// <summary>Goes to the next block with a selected row.</summary>
    public bool Next()
    {
        while (next < to)
        {
            var count = Math.Min(Lane.BlockRows, to - next);
            Start = next;
            next += count;
            Selected = selected.Words.Slice(Start >> 6, (count + 63) >> 6);
            if (!Selected.ContainsAnyExcept(0UL))
                continue;
            clock.Fill(Start, times.AsSpan(0, count), known.AsSpan(0, Selected.Length));
            MaskKernel.And(Selected, known);
            Codes = entities.Of(Start, Start + count, scratch);
            return true;
        }

        return false;
    }
}
