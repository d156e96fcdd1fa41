using System.Numerics;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Loops over blocks beside the plainest way to say the same.</summary>
public sealed class KernelTests
{
    private readonly Random random = new(5);

    [Fact]
    public void Buckets_are_one_more_than_the_bounds_not_after_the_time()
    {
        for (var round = 0; round < 200; round++)
        {
            long[] bounds = [.. Enumerable.Range(0, random.Next(6)).Select(_ => (long)random.Next(20)).Distinct().Order()];
            long[] values = [.. Enumerable.Range(0, 100).Select(_ => (long)random.Next(-2, 22))];
            int[] link = [.. Enumerable.Range(0, 50).Select(_ => random.Next(-1, 100))];
            var known = Bitmap.All(100);
            known[random.Next(100)] = false;
            int Plain(int row) => row < 0 || !known[row] ? 0 : 1 + bounds.Count(b => b <= values[row]);

            var own = new int[40];
            BucketKernel.Fill(new ColumnValues<long>(values, null), known, 7, [], bounds, own);
            own.ShouldBe(Enumerable.Range(7, 40).Select(Plain));
            var linked = new int[50];
            BucketKernel.Fill(new ColumnValues<long>(values, null), known, 0, link, bounds, linked);
            linked.ShouldBe(link.Select(Plain));
        }
    }

    [Fact]
    public void Set_bits_are_walked_in_order()
    {
        ulong[] words = [0b1001, 0, ulong.MaxValue, 1UL << 63];
        ulong[] mask = [0b1110, ulong.MaxValue, 0b11, 1UL << 63];
        Walk(words, mask).ShouldBe(Enumerable.Range(0, 256).Where(i => Bits.IsSet(words, i) && Bits.IsSet(mask, i)));
        Walk(words, words).ShouldBe(Enumerable.Range(0, 256).Where(i => Bits.IsSet(words, i)));
    }

    [Fact]
    public void Wide_sums_are_those_of_integers_without_limit()
    {
        var most = Int128.MaxValue;
        Int128[] terms = [most, most, most, Int128.MinValue, Int128.MinValue, Int128.MinValue, 12, -7, (Int128)ulong.MaxValue << 60, -((Int128)ulong.MaxValue << 60)];
        var (sum, other) = (new WideSum(), new WideSum());
        foreach (var term in terms[..4])
            sum.Add(term);
        sum.ToExact(0).ShouldBeNull();
        foreach (var term in terms[4..])
            other.Add(term);
        sum.Add(other);
        sum.ToExact(2).ShouldBe(new Exact((Int128)terms.Aggregate(BigInteger.Zero, (total, term) => total + term), 2));
    }

    [Fact]
    public void The_first_bits_are_set_and_those_behind_cleared()
    {
        ulong[] words = [7, ulong.MaxValue, ulong.MaxValue];
        Bits.SetFirst(words, 70);
        words.ShouldBe([ulong.MaxValue, 0b111111, 0]);
        Bits.SetFirst(words, 128);
        words.ShouldBe([ulong.MaxValue, ulong.MaxValue, 0]);
    }

    private static List<int> Walk(ulong[] words, ulong[] mask)
    {
        var found = new List<int>();
        foreach (var bit in new SetBits(words, mask))
            found.Add(bit);
        return found;
    }
}
