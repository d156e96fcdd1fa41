using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

// The reference is one loop over the rows. Lengths lie around the widths of words and vectors, slots around those at which a state changes its way.

/// <summary>Whole-block paths and row-by-row paths find what a loop over the rows finds.</summary>
public sealed class StateKernelTests
{
    private static readonly int[] Lengths = [1, 7, 8, 15, 16, 63, 64, 65, 127, 128, 1000, 4095, 4096];
    private static readonly int[] SlotCounts = [1, 2, 16, 17, 48, 49, 300];
    private readonly Random random = new(20261122);

    [Fact]
    public void Counts_are_those_of_a_loop() => Check(
        slots => new CountState(slots),
        _ => 0,
        AggregateKind.Count,
        rows => rows.Count);

    [Fact]
    public void Sums_of_small_integers_are_those_of_a_loop() => CheckSums(() => random.Next(-1000, 1000));

    [Fact]
    public void Sums_of_integers_that_wrap_in_64_bits_are_those_of_a_loop() => CheckSums(() => random.Next(3) switch
    {
        0 => long.MaxValue - random.Next(100),
        1 => long.MinValue + random.Next(100),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    });

    // 4,096 of these do not wrap, 4,096 of the next larger size might.
    [Fact]
    public void Sums_of_integers_at_the_limit_of_the_fast_way_are_those_of_a_loop() =>
        CheckSums(() => (1L << 50) + random.Next(-2, 2));

    private void CheckSums(Func<long> next) => Check(
        slots => new IntegerSumState(slots, 0, false),
        _ => next(),
        AggregateKind.Sum,
        rows => rows.Aggregate(default(Int128), (sum, value) => sum + value));

    private void Check(Func<int, TallyState> newState, Func<int, long> value, AggregateKind kind, Func<IReadOnlyList<long>, Int128> expected)
    {
        foreach (int length in Lengths)
        {
            foreach (int slotCount in SlotCounts)
                Check(newState(slotCount), length, slotCount, value, kind, expected);
        }
    }

    private void Check(TallyState state, int length, int slotCount, Func<int, long> value, AggregateKind kind, Func<IReadOnlyList<long>, Int128> expected)
    {
        int[] codes = [.. Enumerable.Range(0, length).Select(_ => random.Next(slotCount == 1 ? 0 : -1, slotCount))];
        long[] numbers = [.. Enumerable.Range(0, length).Select(value)];
        var (hits, known) = (Some(length), Some(length));
        var block = new Block(null!, [], 0, length);
        var slots = new SlotLane(null, slotCount == 1 ? null : new CodeLane(new RowCodes(codes)), slotCount, [], 1, false);
        var lane = new KernelLane<long>((_, values, bits) =>
        {
            numbers.CopyTo(values);
            known.CopyTo(bits);
        }, []);
        slots.Fill(block);
        lane.Fill(block);
        state.Add(new TallyBlock(0, slots, hits, []), lane);

        var cells = new Cell[slotCount];
        state.Read(kind, 0, new SlotRuns(1, 0, 1), cells);
        for (int slot = 0; slot < slotCount; slot++)
        {
            var rows = Enumerable.Range(0, length).Where(row => codes[row] == slot && Bits.IsSet(hits, row) && Bits.IsSet(known, row)).Select(row => numbers[row]).ToList();
            cells[slot].Exact.ShouldBe(new Exact(expected(rows), 0), $"slot {slot} of {slotCount}, {length} rows");
        }
    }

    // Words of all bits, of none, and of some.
    private ulong[] Some(int length)
    {
        var bits = new ulong[(length + 63) >> 6];
        for (int word = 0; word < bits.Length; word++)
            bits[word] = random.Next(4) switch { 0 => ulong.MaxValue, 1 => 0, _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) };
        if ((length & 63) != 0)
            bits[^1] &= ulong.MaxValue >> (64 - (length & 63));
        return bits;
    }
}
