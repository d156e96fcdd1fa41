using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>One bitmap for each slot that has a member.</summary>
internal sealed class DenseDistinctState(int slots, int domain) : DistinctState(slots, domain)
{
    private readonly Bitmap?[] sets = new Bitmap?[slots];

    public override TallyState Fork() => new DenseDistinctState(Slots, Domain);

    public override Members Set(SlotRun run)
    {
        var isOne = run.To - run.From == 1;
        var union = isOne ? sets[run.From] : null;
        for (var slot = run.From; !isOne && slot < run.To; slot++)
        {
            if (sets[slot] is { } set)
                (union ??= new Bitmap(Domain)).Or(set);
        }

        return new Members(union ?? new Bitmap(Domain));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<int>)values!;
        if (block.Single >= 0)
        {
            SetKernel.Add(block.Hits, lane.Known, lane.Values, (sets[block.Single] ??= new Bitmap(Domain)).Words);
            return;
        }

        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] is >= 0 and var slot)
                (sets[slot] ??= new Bitmap(Domain))[lane.Values[row]] = true;
        }
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = ((DenseDistinctState)other).sets;
        for (var slot = 0; slot < sets.Length; slot++)
        {
            if (theirs[slot] is not { } set)
                continue;
            if (sets[slot] is { } mine)
                mine.Or(set);
            else
                sets[slot] = set;
        }
    }
}
