using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>
/// The column that decides a row's period, own or along references. Boundaries between stretches are turned into the column's own measure
/// (microseconds, or days: a date counts as the first instant of its local day), so that rows are compared as they are stored.
/// </summary>
internal sealed class TimeColumn
{
    private readonly Calendar calendar;
    private readonly int[]? link;
    private readonly ValueColumn<long>? timestamps;
    private readonly ValueColumn<int>? dates;

    public TimeColumn(SourceTable table, ColumnPath path, Calendar calendar)
    {
        this.calendar = calendar;
        (var owner, var column, link) = table.Resolve(path);
        timestamps = column as ValueColumn<long>;
        dates = column as ValueColumn<int>;
        if (column.Type.Kind is not (ColumnKind.Timestamp or ColumnKind.Date))
            throw new InvalidOperationException($"Column `{column.Name}` of `{owner.Name}` is {column.Type} and cannot be the time of `{table.Name}`.");
        RowCount = table.RowCount;
    }

    public int RowCount { get; }

    /// <summary>Whether the times are days.</summary>
    public bool IsDate => dates is not null;

    /// <summary>For each row 1 + the number of boundaries not after its time; 0 when its time is missing.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="bounds">Boundaries from <see cref="BoundsOf"/>.</param>
    /// <param name="buckets">One for each row.</param>
    public void Fill(int from, TimeBounds bounds, Span<int> buckets)
    {
        var rows = link is null ? [] : link.AsSpan(from, buckets.Length);
        if (timestamps is not null)
            BucketKernel.Fill(timestamps.Values, timestamps.Known, from, rows, bounds.Microseconds, buckets);
        else
            BucketKernel.Fill(dates!.Values, dates.Known, from, rows, bounds.Days, buckets);
    }

    /// <summary>Boundaries, ascending, in the column's own measure.</summary>
    public TimeBounds BoundsOf(long[] instants) => new(instants, dates is null ? [] : Array.ConvertAll(instants, instant => Days.FirstFrom(new Instant(instant), calendar)));

    /// <summary>A row's time in an order that fits the boundaries; null when it is missing.</summary>
    public long? OrderOf(int row)
    {
        var at = link is null ? row : link[row];
        return at < 0 ? null : timestamps is not null ? timestamps.Maybe(at) : dates!.Maybe(at);
    }

    /// <summary>A row's time in microseconds, a date as the first instant of its local day; null when it is missing.</summary>
    public long? InstantOf(int row) =>
        OrderOf(row) is not { } time ? null : timestamps is not null ? time : calendar.StartOf(Days.Date((int)time)).Microseconds;

    /// <summary>The latest time of all rows; null when none has a time.</summary>
    public Instant? Newest() => Extreme(1);

    /// <summary>The earliest time of all rows; null when none has a time.</summary>
    public Instant? Oldest() => Extreme(-1);

    private Instant? Extreme(int sign)
    {
        long? best = null;
        for (var row = 0; row < RowCount; row++)
        {
            if (OrderOf(row) is { } time && !(best is { } known && known.CompareTo(time) * sign >= 0))
                best = time;
        }

        return best is not { } extreme ? null : timestamps is not null ? new Instant(extreme) : calendar.StartOf(Days.Date((int)extreme));
    }
}
