using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>The known values of a computed value, each once within a slot and in order. Both zeros of doubles are one.</summary>
internal sealed class DistinctValuesState<T, TOrder>(int slots) : GatheringState<T>(slots)
    where TOrder : struct, IOrder<T>
{
    public override TallyState Fork() => new DistinctValuesState<T, TOrder>(Slots);

    public override void Finish()
    {
        Values.Arrange();
        var once = new Gathered<T>(Slots);
        for (var slot = 0; slot < Slots; slot++)
        {
            var sorted = Sorted(Values.Of(slot, slot + 1).AsSpan());
            for (var i = 0; i < sorted.Length; i++)
            {
                if (IsFirst(sorted, i))
                    once.Add(slot, sorted[i]);
            }
        }

        once.Arrange();
        Values = once;
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run) =>
        kind is AggregateKind.Distinct or AggregateKind.Count ? Cell.Of(CountRun(run)) : throw Unread(kind);

    // What is there once in each of several slots is sorted once more.
    protected override long CountRun(SlotRun run)
    {
        var found = Values.Of(run.From, run.To);
        if (run.To - run.From <= 1)
            return found.Count;
        var sorted = Sorted(found.ToArray().AsSpan());
        long count = 0;
        for (var i = 0; i < sorted.Length; i++)
            count += IsFirst(sorted, i) ? 1 : 0;
        return count;
    }

    private static Span<T> Sorted(Span<T> run)
    {
        run.Sort(default(OrderComparer<T, TOrder>));
        return run;
    }

    private static bool IsFirst(ReadOnlySpan<T> sorted, int at) => at == 0 || TOrder.Compare(sorted[at - 1], sorted[at]) != 0;
}
