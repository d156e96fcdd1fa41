using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>Sum of doubles, rounded once when it is read, and their count.</summary>
internal sealed class RealSumState(int slots) : TallyState(slots)
{
    private readonly ExactSum?[] totals = new ExactSum?[slots];
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new RealSumState(Slots);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<double>)values!;
        if (block.Single >= 0)
        {
            var total = totals[block.Single] ??= new ExactSum();
            foreach (var row in new SetBits(block.Hits, lane.Known))
                total.Add(lane.Values[row]);
            counts[block.Single] += MaskKernel.Count(block.Hits, lane.Known);
        }
        else
            SumKernel.Add(block.Hits, lane.Known, block.Slots, lane.Values, totals, counts);
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = (RealSumState)other;
        SumKernel.Add(theirs.counts, counts);
        for (var slot = 0; slot < totals.Length; slot++)
        {
            if (theirs.totals[slot] is { } total)
                (totals[slot] ??= new ExactSum()).Add(total);
        }
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var (total, count) = (new ExactSum(), CountRun(run));
        for (var slot = run.From; slot < run.To; slot += run.Step)
        {
            if (totals[slot] is { } part)
                total.Add(part);
        }

        return kind switch
        {
            AggregateKind.Count => Cell.Of(count),
            AggregateKind.Sum => Cell.Of(total.Total),
            // A mean is made of its sum: where that is beyond the doubles, so is every step on.
            AggregateKind.Avg => count == 0 ? Cell.None(Reason.NoRows) : Cell.Of(total.Total is null ? null : total.Mean(count)),
            _ => throw Unread(kind),
        };
    }

    protected override long CountRun(SlotRun run) => SumKernel.Total(counts, run.From, run.To, run.Step);
}
