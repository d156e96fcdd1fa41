using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The times of a source's rows in microseconds, on one of two clocks.</summary>
/// <param name="data">The tables.</param>
/// <param name="source">The rows' source.</param>
/// <param name="path">Their time.</param>
/// <param name="asInstants">Whether a date is its local midnight; else days are 24 hours long, as they are between dates.</param>
internal sealed class TimesOfRows(BoundData data, string source, ColumnPath path, bool asInstants)
{
    private readonly TimeColumn column = data.TimeOf(source, path);

    /// <summary>The times of a run of rows, and the bits of those that have one.</summary>
    public void Fill(int from, Span<long> times, Span<ulong> known)
    {
        column.Orders(from, times, known);
        if (!column.IsDate)
            return;
        // Rows near each other mostly lie on one day.
        var (day, time) = (long.MinValue, 0L);
        foreach (var row in new SetBits(known))
        {
            if (times[row] != day)
            {
                day = times[row];
                time = asInstants ? data[source].StartOf((int)day) : day * TimeSpan.MicrosecondsPerDay;
            }

            times[row] = time;
        }
    }

    /// <summary>On which sides of an instant the rows of a block lie: before it, 1, or not, 2; 0 without a time. Null when some have a time and some have none.</summary>
    public (int First, int Last)? SidesOf(int from, int to, TimeBounds bound) => column.RangeOf(from, to, bound);

    /// <summary>The same row by row.</summary>
    public void Sides(int from, TimeBounds bound, Span<int> sides) => column.Fill(from, bound, sides);

    /// <summary>An instant as a bound of the column's own measure.</summary>
    public TimeBounds BoundOf(long instant) => column.BoundsOf([instant]);
}
