using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>Counts rows, or known values when there is a value.</summary>
internal sealed class CountState(int slots) : TallyState(slots)
{
    // To count the bits of so many slots costs less than to go from row to row.
    private const int MostParts = 48;

    private readonly int[] counts = new int[slots];

    public override TallyState Fork() => new CountState(Slots);

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var known = values is null ? block.Hits : values.Known;
        if (block.TrySplit(MostParts, out var parts))
        {
            while (parts.Next())
                counts[parts.Slot] += (int)MaskKernel.Count(parts.Rows, known);
        }
        else
            SumKernel.Count(block.Hits, known, block.Slots, counts);
    }

    protected override void Absorb(TallyState other) => SumKernel.Add(((CountState)other).counts, counts);

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run) =>
        kind == AggregateKind.Count ? Cell.Of(CountRun(run)) : throw Unread(kind);

    // A table has fewer than 2^31 rows.
    protected override long CountRun(SlotRun run) => SumKernel.Total<int>(counts, run.From, run.To, run.Step);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryRead(AggregateKind kind, SlotRuns runs, int members, out ExactNumbers numbers)
    {
        numbers = default;
        if (kind != AggregateKind.Count || HasOverflown)
            return false;
        var values = GC.AllocateUninitializedArray<long>(members);
        for (var code = 0; code < members; code++)
            values[code] = CountRun(runs.Of(code));
        numbers = new ExactNumbers(values, 0, false);
        return true;
    }
}
