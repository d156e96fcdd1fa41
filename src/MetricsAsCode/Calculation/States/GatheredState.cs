using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>All known values of slots without number, in order within each slot: e.g. those of each of a million customers.</summary>
internal sealed class GatheredState<T, TOrder>(int slots, Func<T, Cell> cellOf) : GatheringState<T>(slots)
    where TOrder : struct, IOrder<T>
{
    public override TallyState Fork() => new GatheredState<T, TOrder>(Slots, cellOf);

    public override void Finish()
    {
        Values.Arrange();
        for (var slot = 0; slot < Slots; slot++)
            Values.Of(slot, slot + 1).AsSpan().Sort(default(OrderComparer<T, TOrder>));
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run) =>
        RankReading.Of(kind, parameter, Ranked(run), cellOf) ?? throw Unread(kind);

    protected override long CountRun(SlotRun run) => Values.Of(run.From, run.To).Count;

    // Each slot is in order; a run of several is brought in order once more.
    private RankedValues<T, TOrder> Ranked(SlotRun run)
    {
        var found = Values.Of(run.From, run.To);
        return run.To - run.From <= 1 ? new RankedValues<T, TOrder>(found) : new RankedValues<T, TOrder>((IReadOnlyList<ArraySegment<T>>)[found]);
    }
}
