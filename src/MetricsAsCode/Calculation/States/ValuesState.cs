using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>All known values of few slots, in the order in which they come: ranks are found without sorting.</summary>
internal sealed class ValuesState<T, TOrder>(int slots, Func<T, Cell> cellOf) : TallyState(slots)
    where TOrder : struct, IOrder<T>
{
    /// <summary>Beyond so many slots the pieces of each would be more than the values.</summary>
    public const int MostSlots = 4096;

    // To find the values of so many slots one after the other costs less than to go from row to row.
    private const int MostParts = 8;

    private readonly SlotSegments<T> values = new(slots);
    private readonly Dictionary<SlotRun, RankedValues<T, TOrder>> ranked = [];

    public override TallyState Fork() => new ValuesState<T, TOrder>(Slots, cellOf);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<T>)values!;
        if (block.TrySplit(MostParts, out var parts))
        {
            while (parts.Next())
                this.values.Add(parts.Slot, parts.Rows, lane.Known, lane.Values);
            return;
        }

        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] is >= 0 and var slot)
                this.values.Add(slot, lane.Values[row]);
        }
    }

    protected override void Absorb(TallyState other) => values.Add(((ValuesState<T, TOrder>)other).values);

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run) =>
        RankReading.Of(kind, parameter, Ranked(run), cellOf) ?? throw Unread(kind);

    protected override long CountRun(SlotRun run) => values.Of(run.From, run.To).Sum(static piece => (long)piece.Count);

    // Several percentiles of one stretch are found in one.
    private RankedValues<T, TOrder> Ranked(SlotRun run)
    {
        if (!ranked.TryGetValue(run, out var known))
            ranked.Add(run, known = new RankedValues<T, TOrder>(values.Of(run.From, run.To)));
        return known;
    }
}
