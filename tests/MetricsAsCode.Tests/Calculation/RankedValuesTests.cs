using MetricsAsCode.Kernels;

namespace MetricsAsCode.Tests.Calculation;

// The reference is a sorted copy. Kills: a range that begins one too late, a rank that lands in an empty range, keys that wrap round, signs of doubles.

/// <summary>Values found by rank are those at the same place of the sorted values.</summary>
public sealed class RankedValuesTests
{
    private readonly Random random = new(3);

    [Theory]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(20_000)]
    [InlineData(300_000)]
    public void Of_integers(int count)
    {
        Check(count, () => random.NextInt64(1_000_000));
        Check(count, () => random.NextInt64(10));
        Check(count, () => 7);
        Check(count, () => (long)Math.Pow(random.NextDouble() * 1000, 6));
        Check(count, () => random.Next(3) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.NextInt64(-5, 5) });
        Check(count, () => random.NextInt64(long.MinValue, long.MaxValue));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Of_doubles(int count)
    {
        Check(count, () => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)));
        Check(count, () => random.Next(4) switch { 0 => double.MaxValue, 1 => double.MinValue, 2 => 0, _ => double.Epsilon });
    }

    [Theory]
    [InlineData(20_000)]
    public void Of_values_without_keys(int count) => Check(count, () => (Int128)random.NextInt64(1000));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5000)]
    [InlineData(300, 1024)]
    [InlineData(20_000, 1025)]
    [InlineData(20_000, 100_000)]
    public void Of_counted_values(int count, int steps)
    {
        // Most pages are empty.
        uint[] values = [.. Enumerable.Range(0, count).Select(_ => (uint)(random.Next(4) == 0 ? random.Next(steps) : steps - 1))];
        var counts = new int[steps];
        CountKernel.Add([.. Enumerable.Repeat(ulong.MaxValue, count / 64), (1UL << (count % 64)) - 1], [.. Enumerable.Repeat(ulong.MaxValue, (count / 64) + 1)], values, counts);
        var ranked = new CountedRanks(counts);
        uint[] sorted = [.. values.Order()];
        ranked.Count.ShouldBe(count);
        for (int rank = 0; rank < count; rank += 1 + (count / 500))
            ranked.At(rank).ShouldBe(sorted[rank], $"rank {rank} of {count}");
        ranked.At(count - 1).ShouldBe(sorted[^1]);
    }

    private void Check<T>(int count, Func<T> next)
        where T : IComparable<T>
    {
        T[] values = [.. Enumerable.Range(0, count).Select(_ => next())];
        var ranked = new RankedValues<T, NaturalOrder<T>>((IReadOnlyList<ArraySegment<T>>)Pieces(values));
        T[] sorted = [.. values.Order()];
        ranked.Count.ShouldBe(count);
        foreach (int rank in Enumerable.Range(0, 40).Select(_ => random.Next(count)).Append(0).Append(count - 1).Append(count / 2))
            ranked.At(rank).ShouldBe(sorted[rank], $"rank {rank} of {count}");
    }

    // Some of them empty.
    private List<ArraySegment<T>> Pieces<T>(T[] values)
    {
        var pieces = new List<ArraySegment<T>>();
        for (int from = 0; from < values.Length;)
        {
            int length = Math.Min(values.Length - from, random.Next(0, 70_000));
            pieces.Add(new ArraySegment<T>(values, from, length));
            from += length;
        }

        return pieces;
    }
}
