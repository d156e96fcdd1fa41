using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>How often each value occurs in each of few slots, of values that lie few steps from the smallest: no value is copied, and ranks are read off the counts.</summary>
/// <param name="slots">The number of slots.</param>
/// <param name="steps">One more than the most steps a value is away.</param>
/// <param name="scale">The values' digits behind the point.</param>
/// <param name="cellOf">The value so many steps away.</param>
internal sealed class CountedState(int slots, int steps, int scale, Func<uint, Cell> cellOf) : TallyState(slots)
{
    // To find the values of so many slots one after the other costs less than to go from row to row.
    private const int MostParts = 8;
    private const int AlwaysFew = 1 << 16;

    private readonly int[]?[] counts = new int[]?[slots];
    private readonly Dictionary<SlotRun, CountedRanks> ranked = [];

    /// <summary>Whether the counts are fewer than the values would be.</summary>
    public static bool Fits(int slots, long steps, int rows) => slots <= ValuesState<uint, NaturalOrder<uint>>.MostSlots && slots * steps <= Math.Max(AlwaysFew, rows);

    public override TallyState Fork() => new CountedState(Slots, steps, scale, cellOf);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<uint>)values!;
        if (block.TrySplit(MostParts, out var parts))
        {
            while (parts.Next())
                CountKernel.Add(parts.Rows, lane.Known, lane.Values, CountsOf(parts.Slot));
            return;
        }

        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] is >= 0 and var slot)
                CountsOf(slot)[lane.Values[row]]++;
        }
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = ((CountedState)other).counts;
        for (var slot = 0; slot < counts.Length; slot++)
        {
            if (theirs[slot] is not { } more)
                continue;
            if (counts[slot] is { } own)
                SumKernel.Add<int>(more, own);
            else
                counts[slot] = more;
        }
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var ranks = Ranked(run);
        return kind == AggregateKind.StdDev && ranks.Count > 1 ? ExactSpread.Of(ranks.Counts, scale) : RankReading.Of(kind, parameter, ranks, cellOf) ?? throw Unread(kind);
    }

    protected override long CountRun(SlotRun run) => Ranked(run).Count;

    private int[] CountsOf(int slot) => counts[slot] ??= new int[steps];

    // Several percentiles of one stretch are found in one.
    private CountedRanks Ranked(SlotRun run)
    {
        if (!ranked.TryGetValue(run, out var known))
            ranked.Add(run, known = new CountedRanks(Together(run)));
        return known;
    }

    private int[] Together(SlotRun run)
    {
        int[]? all = null;
        for (var slot = run.From; slot < run.To; slot += run.Step)
        {
            if (counts[slot] is not { } some)
                continue;
            if (run.To - run.From <= run.Step)
                return some;
            SumKernel.Add<int>(some, all ??= new int[steps]);
        }

        return all ?? new int[1];
    }
}
