using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>Exact sum and count of integers: plain, of a scale, or microseconds. Sums have 64 bits until one of them needs more.</summary>
internal sealed class IntegerSumState(int slots, int scale, bool isMoney) : TallyState(slots)
{
    // To add up so many slots one after the other costs less than to go from row to row.
    private const int MostParts = 16;

    private readonly int[] counts = new int[slots];
    private long[] totals = new long[slots];
    private Int128[]? wide;

    public override TallyState Fork() => new IntegerSumState(Slots, scale, isMoney);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryRead(AggregateKind kind, SlotRuns runs, int members, out ExactNumbers numbers)
    {
        numbers = default;
        if (kind is not (AggregateKind.Sum or AggregateKind.Count) || HasOverflown || (kind == AggregateKind.Sum && wide is not null))
            return false;
        var values = GC.AllocateUninitializedArray<long>(members);
        for (var code = 0; code < members; code++)
        {
            var run = runs.Of(code);
            if (kind == AggregateKind.Count)
                values[code] = CountRun(run);
            else if (!TryTotal(run, out values[code]))
                return false;
        }

        numbers = kind == AggregateKind.Count ? new ExactNumbers(values, 0, false) : new ExactNumbers(values, scale, isMoney);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<long>)values!;
        if (block.TrySplit(MostParts, out var parts))
        {
            while (parts.Next())
                AddPart(parts, lane);
            return;
        }

        var numbers = lane.Values;
        var slotOf = block.Slots;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (slotOf[row] is not (>= 0 and var slot))
                continue;
            counts[slot]++;
            var (value, total) = (numbers[row], totals[slot]);
            var sum = unchecked(total + value);
            if (wide is not null || ((total ^ sum) & (value ^ sum)) < 0)
                Add(slot, (Int128)value);
            else
                totals[slot] = sum;
        }
    }

    // Steps of a packed column are added as they stand: what they count from is counted, too.
    private void AddPart(in SlotParts part, ValueLane<long> lane)
    {
        var count = (int)MaskKernel.Count(part.Rows, lane.Known);
        counts[part.Slot] += count;
        Add(part.Slot, lane is ColumnLane<long> { Packed: { } packed } own
            ? ((Int128)packed.Start * count) + ((Int128)packed.Step * SumKernel.Sum(part.Rows, lane.Known, own.Steps))
            : SumKernel.Sum(part.Rows, lane.Known, lane.Values));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Absorb(TallyState other)
    {
        var theirs = (IntegerSumState)other;
        SumKernel.Add<int>(theirs.counts, counts);
        for (var slot = 0; slot < Slots; slot++)
        {
            if (theirs.TotalOf(slot) is var total && total != 0)
                Add(slot, total);
        }
    }

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run)
    {
        var total = new WideSum();
        for (var slot = run.From; slot < run.To; slot += run.Step)
            total.Add(TotalOf(slot));
        return SumReading.Of(kind, total.ToExact(scale), CountRun(run), isMoney) ?? throw Unread(kind);
    }

    protected override long CountRun(SlotRun run) => SumKernel.Total<int>(counts, run.From, run.To, run.Step);

    private Int128 TotalOf(int slot) => wide is null ? totals[slot] : wide[slot];

    // The sum of any number of 64-bit integers that a table has fits into 128 bits.
    private void Add(int slot, Int128 value)
    {
        var sum = TotalOf(slot) + value;
        if (wide is null && sum >= long.MinValue && sum <= long.MaxValue)
        {
            totals[slot] = (long)sum;
            return;
        }

        if (wide is null)
            (wide, totals) = (Array.ConvertAll(totals, static total => (Int128)total), new long[Slots]);
        wide[slot] = sum;
    }

    private bool TryTotal(SlotRun run, out long total)
    {
        total = 0;
        for (var slot = run.From; slot < run.To; slot += run.Step)
        {
            var sum = unchecked(total + totals[slot]);
            if (((total ^ sum) & (totals[slot] ^ sum)) < 0)
                return false;
            total = sum;
        }

        return true;
    }
}
