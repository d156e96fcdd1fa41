using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>All rows, in order of time, key and value; a missing value comes after a known one.</summary>
internal sealed class OrderedState<T, TOrder>(int slots, TimeColumn? time, KeyOrder keys, Func<T, Cell> cellOf) : TallyState(slots)
    where TOrder : struct, IOrder<T>
{
    private readonly Gathered<OrderedRow<T>> rows = new(slots);

    public override TallyState Fork() => new OrderedState<T, TOrder>(Slots, time, keys, cellOf);

    // Buckets are in order of time, so that a run of them is in order when each is.
    public override void Finish()
    {
        rows.Arrange();
        for (var slot = 0; slot < Slots; slot++)
            rows.Of(slot, slot + 1).AsSpan().Sort(Compare);
    }

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<T>)values!;
        foreach (var row in new SetBits(block.Hits))
        {
            if (block.SlotOf(row) is not (>= 0 and var slot))
                continue;
            var at = block.From + row;
            rows.Add(slot, new OrderedRow<T>(at, time?.OrderOf(at) ?? 0, Bits.IsSet(lane.Known, row), lane.Values[row]));
        }
    }

    protected override void Absorb(TallyState other) => rows.Add(((OrderedState<T, TOrder>)other).rows);

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var found = rows.Of(run.From, run.To).AsSpan();
        var place = kind switch
        {
            AggregateKind.First => 0,
            AggregateKind.Last => found.Length - 1,
            AggregateKind.Nth => (long)parameter - 1,
            AggregateKind.Count => -2,
            _ => throw Unread(kind),
        };
        if (place == -2)
            return Cell.Of(CountRun(run));
        if (place < 0 || place >= found.Length)
            return Cell.None(Reason.NoRows);
        return found[(int)place].IsKnown ? cellOf(found[(int)place].Value) : Cell.None(Reason.MissingValue);
    }

    protected override long CountRun(SlotRun run)
    {
        long known = 0;
        foreach (ref readonly var row in rows.Of(run.From, run.To).AsSpan())
            known += row.IsKnown ? 1 : 0;
        return known;
    }

    private int Compare(OrderedRow<T> left, OrderedRow<T> right)
    {
        var order = left.Time.CompareTo(right.Time);
        if (order == 0)
            order = keys.Compare(left.Row, right.Row);
        if (order == 0)
            order = right.IsKnown.CompareTo(left.IsKnown);
        return order == 0 && left.IsKnown ? TOrder.Compare(left.Value, right.Value) : order;
    }
}
