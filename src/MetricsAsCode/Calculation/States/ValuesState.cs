using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>All known values, in order within each slot.</summary>
internal sealed class ValuesState<T, TOrder>(int slots, Func<T, Cell> cellOf) : TallyState(slots)
    where TOrder : struct, IOrder<T>
{
    private readonly Gathered<T> values = new(slots);

    public override TallyState Fork() => new ValuesState<T, TOrder>(Slots, cellOf);

    public override void Finish()
    {
        values.Arrange();
        for (var slot = 0; slot < Slots; slot++)
            values.Of(slot, slot + 1).Sort(default(OrderComparer<T, TOrder>));
    }

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<T>)values!;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] >= 0)
                this.values.Add(block.Slots[row], lane.Values[row]);
        }
    }

    protected override void Absorb(TallyState other) => values.Add(((ValuesState<T, TOrder>)other).values);

    protected override Cell ReadRun(AggregateKind kind, double parameter, int from, int to)
    {
        var sorted = Sorted(from, to);
        return kind switch
        {
            AggregateKind.Count => Cell.Of(sorted.Length),
            AggregateKind.Distinct => Cell.Of(Distinct(sorted)),
            _ when sorted.IsEmpty => Cell.None(Reason.NoRows),
            AggregateKind.Median => typeof(T) == typeof(double) ? Percentiles.MedianOf(Doubles(sorted)) : Between(sorted, 0.5),
            AggregateKind.Percentile => Between(sorted, parameter),
            AggregateKind.PercentileDisc => cellOf(sorted[(int)Percentiles.Reaching(sorted.Length, parameter)]),
            AggregateKind.StdDev => StdDev(sorted),
            _ => throw Unread(kind),
        };
    }

    protected override long CountRun(int from, int to) => values.Of(from, to).Length;

    // Each slot is in order; a run of several is brought in order once more.
    private ReadOnlySpan<T> Sorted(int from, int to)
    {
        var run = values.Of(from, to);
        if (to - from <= 1 || run.Length <= 1)
            return run;
        var sorted = run.ToArray();
        sorted.AsSpan().Sort(default(OrderComparer<T, TOrder>));
        return sorted;
    }

    private Cell Between(ReadOnlySpan<T> sorted, double p)
    {
        var (low, part) = Percentiles.Between(sorted.Length, p);
        var below = cellOf(sorted[(int)low]).ToDouble();
        return part == 0 ? Cell.Of(below) : Cell.Of(below + ((cellOf(sorted[(int)low + 1]).ToDouble() - below) * part));
    }

    private Cell StdDev(ReadOnlySpan<T> sorted) => sorted.Length < 2 ? Cell.None(Reason.TooFewRows) : Spread.Of(Doubles(sorted));

    private double[] Doubles(ReadOnlySpan<T> sorted)
    {
        var numbers = new double[sorted.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = cellOf(sorted[i]).ToDouble();
        return numbers;
    }

    private static long Distinct(ReadOnlySpan<T> sorted)
    {
        long count = 0;
        for (var i = 0; i < sorted.Length; i++)
            count += i == 0 || TOrder.Compare(sorted[i - 1], sorted[i]) != 0 ? 1 : 0;
        return count;
    }
}
