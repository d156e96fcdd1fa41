using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>Counts rows, or known values when there is a value.</summary>
internal sealed class CountState(int slots) : TallyState(slots)
{
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new CountState(Slots);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        if (values is null)
            SumKernel.Count(block.Hits, block.Slots, counts);
        else
            SumKernel.Count(block.Hits, values.Known, block.Slots, counts);
    }

    protected override void Absorb(TallyState other) => SumKernel.Add(((CountState)other).counts, counts);

    protected override Cell ReadRun(AggregateKind kind, double parameter, int from, int to) =>
        kind == AggregateKind.Count ? Cell.Of(CountRun(from, to)) : throw Unread(kind);

    protected override long CountRun(int from, int to) => SumKernel.Total(counts.AsSpan(from, to - from));
}
