using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Scan;

// Rows stand mostly in order of time, so that most blocks lie in one stretch, and most stretches of a block are not asked for at all.

/// <summary>The slot of each row of the block: its member and the stretch of time that is asked for.</summary>
/// <param name="time">The rows' elementary stretches; null when all rows count in every stretch.</param>
/// <param name="codes">The rows' members; null when there is one.</param>
/// <param name="members">How many members there are.</param>
/// <param name="wanted">By elementary stretch (0 for no time) the bucket asked for, -1 for none.</param>
/// <param name="buckets">How many buckets are asked for.</param>
/// <param name="isByBucket">Whether slots are numbered bucket after bucket, not member after member.</param>
internal sealed class SlotLane(TimeLane? time, CodeLane? codes, int members, int[] wanted, int buckets, bool isByBucket) : Lane
{
    /// <summary>No row of the block has a slot.</summary>
    public const int None = -1;

    /// <summary>The block's rows have several slots, or some have none.</summary>
    public const int Several = -2;

    private readonly int[] slots = new int[BlockRows];
    private readonly ulong[] part = new ulong[BlockWords];
    private int rows;

    /// <summary>The slot of all rows, or <see cref="None"/>, or <see cref="Several"/>.</summary>
    public int Single { get; private set; }

    /// <summary>How many slots rows of the block may have.</summary>
    public int Candidates { get; private set; }

    /// <summary>The candidate of a number from 0 on.</summary>
    public int Candidate(int number) => First + (number * Step);

    private int First { get; set; }

    private int Step { get; set; }

    /// <summary>By row the slot, -1 for none; only of a block with several.</summary>
    public ReadOnlySpan<int> Slots => slots.AsSpan(0, rows);

    /// <summary>Of some rows those that have a slot; valid until the next call.</summary>
    public ReadOnlySpan<ulong> Part(int slot, ReadOnlySpan<ulong> hits)
    {
        var bits = part.AsSpan(0, hits.Length);
        MaskKernel.Compare<int, IsEqual<int>>(Slots, slot, bits);
        MaskKernel.And(bits, hits);
        return bits;
    }

    protected override void Compute(Block block)
    {
        rows = block.To - block.From;
        time?.Fill(block);
        var bucket = BucketOfAll();
        if (bucket == None || (codes is null && bucket >= 0))
        {
            Single = bucket;
            return;
        }

        codes?.Fill(block);
        Single = Several;
        var (ofMember, ofBucket) = isByBucket ? (1, members) : (buckets, 1);
        (First, Step, Candidates) = bucket >= 0 ? (bucket * ofBucket, ofMember, members) : (0, 1, (int)Math.Min(int.MaxValue, (long)members * buckets));
        if (bucket >= 0)
            CodeKernel.Slots(codes!.Codes, bucket * ofBucket, ofMember, slots.AsSpan(0, rows));
        else
            CodeKernel.Slots(time!.Stretches, wanted, codes is null ? [] : codes.Codes, ofMember, ofBucket, slots.AsSpan(0, rows));
    }

    // The bucket of all rows. Without a time they are in the only one; stretches that lie next to each other are often in one.
    private int BucketOfAll()
    {
        if (time is null)
            return 0;
        if (time.Range is not var (first, last))
            return Several;
        var bucket = wanted[first];
        for (var stretch = first + 1; stretch <= last; stretch++)
        {
            if (wanted[stretch] != bucket)
                return Several;
        }

        return bucket;
    }
}
