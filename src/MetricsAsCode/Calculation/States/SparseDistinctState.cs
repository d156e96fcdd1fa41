using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>Pairs of slot and member, for slots without number: e.g. the products of each of a million customers.</summary>
internal sealed class SparseDistinctState(int slots, int domain) : DistinctState(slots, domain)
{
    private readonly Gathered<int> members = new(slots);

    public override TallyState Fork() => new SparseDistinctState(Slots, Domain);

    public override void Finish() => members.Arrange();

    public override Members Set(SlotRun run)
    {
        var sorted = members.Of(run.From, run.To).ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        }

        return new Members(sorted[..count]);
    }

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<int>)values!;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.SlotOf(row) is >= 0 and var slot)
                members.Add(slot, lane.Values[row]);
        }
    }

    protected override void Absorb(TallyState other) => members.Add(((SparseDistinctState)other).members);
}
