using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>Exact sum and count of scaled integers of up to 38 digits.</summary>
internal sealed class ExactSumState(int slots, int scale, bool isMoney) : TallyState(slots)
{
    private readonly WideSum[] totals = new WideSum[slots];
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new ExactSumState(Slots, scale, isMoney);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<Int128>)values!;
        if (block.Single >= 0)
        {
            totals[block.Single].Add(SumKernel.Sum(block.Hits, lane.Known, lane.Values));
            counts[block.Single] += MaskKernel.Count(block.Hits, lane.Known);
        }
        else
            SumKernel.Add(block.Hits, lane.Known, block.Slots, lane.Values, totals, counts);
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = (ExactSumState)other;
        SumKernel.Add(theirs.counts, counts);
        for (var slot = 0; slot < totals.Length; slot++)
            totals[slot].Add(theirs.totals[slot]);
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var total = new WideSum();
        for (var slot = run.From; slot < run.To; slot += run.Step)
            total.Add(totals[slot]);
        return SumReading.Of(kind, total.ToExact(scale), CountRun(run), isMoney) ?? throw Unread(kind);
    }

    protected override long CountRun(SlotRun run) => SumKernel.Total(counts, run.From, run.To, run.Step);
}
