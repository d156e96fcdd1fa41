using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>Takes in known values with their slots, for slots without number; what is made of them is said by who inherits.</summary>
internal abstract class GatheringState<T>(int slots) : TallyState(slots)
{
    /// <summary>The values.</summary>
    protected Gathered<T> Values { get; set; } = new(slots);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<T>)values!;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.SlotOf(row) is >= 0 and var slot)
                Values.Add(slot, lane.Values[row]);
        }
    }

    protected override void Absorb(TallyState other) => Values.Add(((GatheringState<T>)other).Values);
}
