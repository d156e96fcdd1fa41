using MetricsAsCode.Data;
using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Tests.Data;

public class DistinctKeysTests
{
    private static readonly long[] Ascending = [.. Enumerable.Range(0, 10_000).Select(i => i * 1_000_000_000_000L - 17)];

    [Fact]
    public void Sorted_keys_are_sure_however_far_apart_they_lie() => DistinctKeys.AreSure([Longs(Ascending)]).ShouldBeTrue();

    [Theory]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(9999)]
    public void One_key_that_occurs_twice_is_seen_wherever_it_stands(int row)
    {
        long[] keys = [.. Ascending];
        keys[row] = keys[row - 1];
        DistinctKeys.AreSure([Longs(keys)]).ShouldBeFalse();
        long[] shuffled = [.. Enumerable.Range(0, 10_000).Select(i => (long)i)];
        new Random(row).Shuffle(shuffled);
        DistinctKeys.AreSure([Longs(shuffled)]).ShouldBeTrue();
        shuffled[row] = shuffled[^(row + 1)];
        DistinctKeys.AreSure([Longs(shuffled)]).ShouldBe(row == 9999 - row);
    }

    [Fact]
    public void The_largest_and_the_smallest_number_are_no_neighbours() =>
        DistinctKeys.AreSure([Longs([long.MaxValue, long.MinValue])]).ShouldBeFalse("they are different, but neither sorted nor close");

    [Fact]
    public void Of_two_columns_the_second_counts_where_the_first_is_equal()
    {
        var texts = TextColumn.Of("t", ["b", "b", "a", "a"]);
        DistinctKeys.AreSure([texts, Longs([1, 2, 1, 2])]).ShouldBeTrue();
        DistinctKeys.AreSure([texts, Longs([1, 1, 1, 2])]).ShouldBeFalse();
        DistinctKeys.AreSure([Longs([2, 1, 2, 1]), texts]).ShouldBeTrue("close together");
        DistinctKeys.AreSure([Longs([2, 2, 2, 1]), texts]).ShouldBeFalse();
    }

    [Fact]
    public void Rows_whose_key_is_missing_are_never_sure()
    {
        var known = Bitmap.All(2);
        known[1] = false;
        DistinctKeys.AreSure([new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), [1, 2], known)]).ShouldBeFalse();
    }

    [Fact]
    public void Random_keys_are_never_sure_when_two_are_equal()
    {
        var random = new Random(4);
        int sure = 0;
        for (int round = 0; round < 500; round++)
        {
            int rows = 1 + random.Next(6), range = 1 + random.Next(20);
            long[] first = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(range))], second = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(3))];
            bool isSure = DistinctKeys.AreSure([Longs(first), Longs(second)]);
            isSure.ShouldBe(first.Zip(second).Distinct().Count() == rows);
            sure += isSure ? 1 : 0;
        }

        sure.ShouldBeInRange(100, 450);
    }

    private static ValueColumn<long> Longs(long[] values) => new("n", new ColumnType(ColumnKind.Integer), values);
}
