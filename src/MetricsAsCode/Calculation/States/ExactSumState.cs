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
        SumKernel.Add(block.Hits, lane.Known, block.Slots, lane.Values, totals, counts);
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = (ExactSumState)other;
        SumKernel.Add(theirs.counts, counts);
        for (var slot = 0; slot < totals.Length; slot++)
            totals[slot].Add(theirs.totals[slot]);
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, int from, int to)
    {
        var total = new WideSum();
        for (var slot = from; slot < to; slot++)
            total.Add(totals[slot]);
        return SumReading.Of(kind, total.ToExact(scale), CountRun(from, to), isMoney) ?? throw Unread(kind);
    }

    protected override long CountRun(int from, int to) => SumKernel.Total(counts.AsSpan(from, to - from));
}
