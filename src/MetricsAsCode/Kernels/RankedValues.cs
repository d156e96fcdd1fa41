using System.Runtime.CompilerServices;

namespace MetricsAsCode.Kernels;

// To find the value of one rank among n it is not necessary to sort them: they are counted by the leading bits of their distance from the smallest, which
// says in which of 4,096 ranges the rank lies, and only the values of that range are sorted. A skewed range may hold most values: it is divided again.

/// <summary>Values in any order, of which some are asked for by rank.</summary>
internal sealed class RankedValues<T, TOrder> : IRanks<T>
    where TOrder : struct, IOrder<T>
{
    private const int SortedAtMost = 2048;
    private const int RangeBits = 12;
    private const int WorthAThread = 1 << 18;

    private readonly IReadOnlyList<ArraySegment<T>> segments;
    private readonly ArraySegment<T>? sorted;
    private readonly long low;
    private readonly int shift;
    private readonly long[] starts = [];
    private readonly Dictionary<int, RankedValues<T, TOrder>> ranges = [];

    /// <param name="segments">The values; not to be written to while ranks are asked for.</param>
    public RankedValues(IReadOnlyList<ArraySegment<T>> segments)
    {
        this.segments = segments;
        foreach (var segment in segments)
            Count += segment.Count;
        var (first, last) = Count > SortedAtMost && RankKey.Has<T>() ? Both(segments, Count, Extent, static (a, b) => (Math.Min(a.Low, b.Low), Math.Max(a.High, b.High))) : (0L, 0L);
        var distance = unchecked((ulong)(last - first));
        if (distance == 0 && Count > SortedAtMost && RankKey.Has<T>())
            sorted = segments.First(s => s.Count > 0)[..1];
        else if (distance == 0)
            sorted = Sort(segments, (int)Count);
        low = first;
        if (sorted is not null)
            return;
        shift = Math.Max(0, 64 - RangeBits - System.Numerics.BitOperations.LeadingZeroCount(distance));
        starts = StartsOf(Both(segments, Count, half => Counts(half, low, shift), Sum));
    }

    /// <param name="inOrder">The values, in order already.</param>
    public RankedValues(ArraySegment<T> inOrder)
    {
        (segments, sorted, Count) = ([inOrder], inOrder, inOrder.Count);
    }

    /// <summary>The values in any order.</summary>
    public IReadOnlyList<ArraySegment<T>> Segments => segments;

    /// <summary>How many values there are.</summary>
    public long Count { get; }

    /// <summary>The value of a rank from 0 on.</summary>
    public T At(long rank)
    {
        if (sorted is { } values)
            return values[(int)Math.Min(rank, values.Count - 1)];
        var range = Array.BinarySearch(starts, rank);
        range = range < 0 ? ~range - 1 : range;
        // Of several empty ranges that begin at the rank the last is found to hold it.
        while (starts[range + 1] <= rank)
            range++;
        if (!ranges.TryGetValue(range, out var inside))
            ranges.Add(range, inside = new RankedValues<T, TOrder>((IReadOnlyList<ArraySegment<T>>)[Gather(range, (int)(starts[range + 1] - starts[range]))]));
        return inside.At(rank - starts[range]);
    }

    private static T[] Sort(IReadOnlyList<ArraySegment<T>> segments, int count)
    {
        var all = new T[count];
        var next = 0;
        foreach (var segment in segments)
        {
            segment.CopyTo(all, next);
            next += segment.Count;
        }

        all.AsSpan().Sort(default(OrderComparer<T, TOrder>));
        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Low, long High) Extent(IReadOnlyList<ArraySegment<T>> segments)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var segment in segments)
        {
            foreach (var value in segment.AsSpan())
            {
                var key = RankKey.Of(value);
                low = Math.Min(low, key);
                high = Math.Max(high, key);
            }
        }

        return (low, high);
    }

    // Two tables in turn: neighbouring values are often in one range, and a count that was just written cannot be read at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Counts(IReadOnlyList<ArraySegment<T>> segments, long low, int shift)
    {
        int[] even = new int[1 << RangeBits], odd = new int[1 << RangeBits];
        foreach (var segment in segments)
        {
            var values = segment.AsSpan();
            var i = 0;
            for (; i + 1 < values.Length; i += 2)
            {
                even[RangeOf(values[i], low, shift)]++;
                odd[RangeOf(values[i + 1], low, shift)]++;
            }

            if (i < values.Length)
                even[RangeOf(values[i], low, shift)]++;
        }

        return Sum(even, odd);
    }

    private static int[] Sum(int[] left, int[] right)
    {
        SumKernel.Add<int>(right, left);
        return left;
    }

    private static long[] StartsOf(int[] counts)
    {
        var starts = new long[counts.Length + 1];
        for (var range = 0; range < counts.Length; range++)
            starts[range + 1] = starts[range] + counts[range];
        return starts;
    }

    // What is worth a second thread is found of both halves at once.
    private static TFound Both<TFound>(IReadOnlyList<ArraySegment<T>> segments, long count, Func<IReadOnlyList<ArraySegment<T>>, TFound> find, Func<TFound, TFound, TFound> join)
    {
        var middle = segments.Count / 2;
        if (count < WorthAThread || middle == 0)
            return find(segments);
        var other = Task.Run(() => find([.. segments.Skip(middle)]));
        var one = find([.. segments.Take(middle)]);
        return join(one, other.GetAwaiter().GetResult());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ArraySegment<T> Gather(int range, int count)
    {
        // One more place, so that a value that is not wanted can be written and then overwritten: that is cheaper than to guess.
        var gathered = new T[count + 1];
        var next = 0;
        foreach (var segment in segments)
        {
            foreach (var value in segment.AsSpan())
            {
                gathered[next] = value;
                next += RangeOf(value, low, shift) == range ? 1 : 0;
            }
        }

        return new ArraySegment<T>(gathered, 0, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RangeOf(T value, long low, int shift) => (int)(unchecked((ulong)(RankKey.Of(value) - low)) >> shift);
}
