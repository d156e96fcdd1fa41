using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>Smallest and largest known value, and how many are known.</summary>
internal sealed class ExtentState<T, TOrder>(int slots, Func<T, Cell> cellOf) : TallyState(slots)
    where TOrder : struct, IOrder<T>
{
    private readonly T[] lows = new T[slots];
    private readonly T[] highs = new T[slots];
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new ExtentState<T, TOrder>(Slots, cellOf);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<T>)values!;
        ExtentKernel.Add<T, TOrder>(block.Hits, lane.Known, block.Single, block.Slots, lane.Values, new(lows, highs, counts));
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = (ExtentState<T, TOrder>)other;
        for (var slot = 0; slot < counts.Length; slot++)
            Widen(theirs, slot, slot, this);
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var (low, high, count) = (default(T)!, default(T)!, 0L);
        for (var slot = run.From; slot < run.To; slot += run.Step)
        {
            if (counts[slot] == 0)
                continue;
            low = count == 0 || TOrder.Compare(lows[slot], low) < 0 ? lows[slot] : low;
            high = count == 0 || TOrder.Compare(highs[slot], high) > 0 ? highs[slot] : high;
            count += counts[slot];
        }

        return kind switch
        {
            AggregateKind.Count => Cell.Of(count),
            AggregateKind.Min or AggregateKind.Max when count == 0 => Cell.None(Reason.NoRows),
            AggregateKind.Min => cellOf(low),
            AggregateKind.Max => cellOf(high),
            _ => throw Unread(kind),
        };
    }

    protected override long CountRun(SlotRun run) => SumKernel.Total(counts, run.From, run.To, run.Step);

    private static void Widen(ExtentState<T, TOrder> from, int at, int slot, ExtentState<T, TOrder> to)
    {
        if (from.counts[at] == 0)
            return;
        if (to.counts[slot] == 0 || TOrder.Compare(from.lows[at], to.lows[slot]) < 0)
            to.lows[slot] = from.lows[at];
        if (to.counts[slot] == 0 || TOrder.Compare(from.highs[at], to.highs[slot]) > 0)
            to.highs[slot] = from.highs[at];
        to.counts[slot] += from.counts[at];
    }
}
