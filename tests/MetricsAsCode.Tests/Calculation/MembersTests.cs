using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Sets as bitmaps and as lists of codes hold and combine to the same.</summary>
public sealed class MembersTests
{
    private const int Domain = 40;
    private readonly Random random = new(11);

    [Theory]
    [InlineData(SetOperator.Union)]
    [InlineData(SetOperator.Intersect)]
    [InlineData(SetOperator.Except)]
    public void Any_two_forms_combine_alike(SetOperator @operator)
    {
        for (var round = 0; round < 100; round++)
        {
            var (left, right) = (Codes(), Codes());
            var expected = @operator switch
            {
                SetOperator.Union => left.Union(right),
                SetOperator.Intersect => left.Intersect(right),
                _ => left.Except(right),
            };
            foreach (var combined in new[]
            {
                Members.Combine(@operator, new Members(left), new Members(right)),
                Members.Combine(@operator, Dense(left), new Members(right)),
                Members.Combine(@operator, new Members(left), Dense(right)),
                Members.Combine(@operator, Dense(left), Dense(right)),
            })
            {
                combined.Count.ShouldBe(expected.Count());
                Enumerable.Range(0, Domain).Where(combined.Contains).ShouldBe(expected.Order());
            }
        }
    }

    [Fact]
    public void Both_ways_to_keep_distinct_values_find_the_same_sets()
    {
        TallyState dense = new DenseDistinctState(3, Domain), sparse = new SparseDistinctState(3, Domain);
        TallyState more = new DenseDistinctState(3, Domain), moreSparse = new SparseDistinctState(3, Domain);
        for (var round = 0; round < 4; round++)
        {
            var rows = new Block(null!, [], 0, 64);
            var lane = Lane();
            var slots = new SlotLane(null, new CodeLane(new RowCodes([.. Enumerable.Range(0, 64).Select(_ => random.Next(-1, 3))])), 3, [], 1, false);
            lane.Fill(rows);
            slots.Fill(rows);
            ulong[] hits = [(ulong)random.NextInt64()];
            foreach (var state in round < 2 ? new[] { dense, sparse } : [more, moreSparse])
                state.Add(new TallyBlock(0, slots, hits, []), lane);
        }

        dense.Merge(more);
        sparse.Merge(moreSparse);
        sparse.Finish();
        foreach (var (from, to) in new[] { (0, 1), (1, 3), (0, 3), (2, 2) })
        {
            var (a, b) = (((DistinctState)dense).Set(new SlotRun(from, to, 1)), ((DistinctState)sparse).Set(new SlotRun(from, to, 1)));
            b.Count.ShouldBe(a.Count);
            Enumerable.Range(0, Domain).Where(b.Contains).ShouldBe(Enumerable.Range(0, Domain).Where(a.Contains));
        }

        ((DistinctState)dense).Set(new SlotRun(0, 3, 1)).Count.ShouldBeGreaterThan(10);
    }

    private int[] Codes() => [.. Enumerable.Range(0, Domain).Where(_ => random.Next(3) == 0)];

    private static Members Dense(int[] codes)
    {
        var bitmap = new Bitmap(Domain);
        foreach (var code in codes)
            bitmap[code] = true;
        return new Members(bitmap);
    }

    private KernelLane<int> Lane() => new((_, values, known) =>
    {
        for (var row = 0; row < values.Length; row++)
            values[row] = random.Next(Domain);
        known[0] = ~(1UL << random.Next(64));
    }, []);
}
