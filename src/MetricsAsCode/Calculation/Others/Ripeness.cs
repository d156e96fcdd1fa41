using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Which rows lie so far back that something that follows their time is over.</summary>
internal static class Ripeness
{
    /// <summary>By row, whether its time is ripe; a row without one is not.</summary>
    /// <param name="clock">The times.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="isRipe">Holds of all times up to some and of none later: so it is asked for few of them.</param>
    public static bool[] Of(TimesOfRows clock, int rows, Func<long, bool> isRipe)
    {
        var ripe = new bool[rows];
        var (oldest, newest) = (long.MaxValue, long.MinValue);
        ForEachBlock(clock, rows, (_, times, known) =>
        {
            foreach (var row in new SetBits(known))
                (oldest, newest) = (Math.Min(oldest, times[row]), Math.Max(newest, times[row]));
        });
        if (oldest > newest)
            return ripe;
        var bound = FirstUnripe(oldest, newest, isRipe);
        ForEachBlock(clock, rows, (start, times, known) =>
        {
            foreach (var row in new SetBits(known))
                ripe[start + row] = times[row] < bound;
        });
        return ripe;
    }

    private delegate void Visit(int start, ReadOnlySpan<long> times, ReadOnlySpan<ulong> known);

    private static void ForEachBlock(TimesOfRows clock, int rows, Visit visit)
    {
        var times = new long[Lane.BlockRows];
        var known = new ulong[Lane.BlockRows >> 6];
        for (var start = 0; start < rows; start += Lane.BlockRows)
        {
            var (count, words) = (Math.Min(Lane.BlockRows, rows - start), (Math.Min(Lane.BlockRows, rows - start) + 63) >> 6);
            clock.Fill(start, times.AsSpan(0, count), known.AsSpan(0, words));
            visit(start, times.AsSpan(0, count), known.AsSpan(0, words));
        }
    }

    private static long FirstUnripe(long oldest, long newest, Func<long, bool> isRipe)
    {
        var (low, high) = (oldest, newest + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isRipe(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
