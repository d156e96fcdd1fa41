using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>Exact sum and count of integers: plain, of a scale, or microseconds.</summary>
internal sealed class IntegerSumState(int slots, int scale, bool isMoney) : TallyState(slots)
{
    private readonly Int128[] totals = new Int128[slots];
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new IntegerSumState(Slots, scale, isMoney);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<long>)values!;
        SumKernel.Add(block.Hits, lane.Known, block.Slots, lane.Values, totals, counts);
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = (IntegerSumState)other;
        SumKernel.Add(theirs.counts, counts);
        for (var slot = 0; slot < totals.Length; slot++)
            totals[slot] += theirs.totals[slot];
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

/// <summary>Sum of doubles, rounded once when it is read, and their count.</summary>
internal sealed class RealSumState(int slots) : TallyState(slots)
{
    private readonly ExactSum?[] totals = new ExactSum?[slots];
    private readonly long[] counts = new long[slots];

    public override TallyState Fork() => new RealSumState(Slots);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<double>)values!;
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

    protected override Cell ReadRun(AggregateKind kind, double parameter, int from, int to)
    {
        var (total, count) = (new ExactSum(), CountRun(from, to));
        for (var slot = from; slot < to; slot++)
        {
            if (totals[slot] is { } part)
                total.Add(part);
        }

        return kind switch
        {
            AggregateKind.Count => Cell.Of(count),
            AggregateKind.Sum => Cell.Of(total.Total),
            AggregateKind.Avg => count == 0 ? Cell.None(Reason.NoRows) : Cell.Of(total.Mean(count)),
            _ => throw Unread(kind),
        };
    }

    protected override long CountRun(int from, int to) => SumKernel.Total(counts.AsSpan(from, to - from));
}
