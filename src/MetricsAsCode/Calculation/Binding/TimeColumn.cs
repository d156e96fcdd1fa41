using System.Diagnostics;
using System.Numerics;
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
    private readonly Lazy<BlockExtents<long>> instants;
    private readonly Lazy<BlockExtents<int>> days;

    public TimeColumn(SourceTable table, ColumnPath path, Calendar calendar)
    {
        this.calendar = calendar;
        (var owner, var column, link) = table.Resolve(path);
        timestamps = column as ValueColumn<long>;
        dates = column as ValueColumn<int>;
        if (column.Type.Kind is not (ColumnKind.Timestamp or ColumnKind.Date))
            throw new InvalidOperationException($"Column `{column.Name}` of `{owner.Name}` is {column.Type} and cannot be the time of `{table.Name}`.");
        RowCount = table.RowCount;
        instants = new(() => Extents(timestamps!));
        days = new(() => Extents(dates!));
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

    /// <summary>The first and the last bucket, as <see cref="Fill"/> counts them, that rows of a block may be in; null when some rows have a time and some have none.</summary>
    public (int First, int Last)? RangeOf(int from, int to, TimeBounds bounds)
    {
        Debug.Assert(from % BlockExtents<long>.Rows == 0 && to - from <= BlockExtents<long>.Rows, "Extents are those of whole blocks.");
        var block = from / BlockExtents<long>.Rows;
        return timestamps is not null ? RangeOf(instants.Value, block, bounds.Microseconds) : RangeOf(days.Value, block, bounds.Days);
    }

    /// <summary>Boundaries, ascending, in the column's own measure.</summary>
    public TimeBounds BoundsOf(long[] instants) => new(instants, dates is null ? [] : Array.ConvertAll(instants, instant => Days.FirstFrom(new Instant(instant), calendar)));

    /// <summary>The times of a run of rows in an order that fits the boundaries, and the bits of those that have one.</summary>
    public void Orders(int from, Span<long> times, Span<ulong> known)
    {
        known.Clear();
        if (timestamps is not null)
            ColumnKernel.Read(timestamps, link, from, times, known);
        else
            ColumnKernel.Read(dates!, link, from, times, known);
    }

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
    public Instant? Newest() => Extreme(isNewest: true);

    /// <summary>The earliest time of all rows; null when none has a time.</summary>
    public Instant? Oldest() => Extreme(isNewest: false);

    /// <summary>How many rows have a time that is not before an instant.</summary>
    public long CountFrom(Instant instant)
    {
        if (Newest() is not { } newest || newest < instant)
            return 0;
        var least = timestamps is not null ? instant.Microseconds : Days.FirstFrom(instant, calendar);
        long count = 0;
        for (var row = 0; row < RowCount; row++)
            count += OrderOf(row) >= least ? 1 : 0;
        return count;
    }

    private Instant? Extreme(bool isNewest)
    {
        long? best = timestamps is not null
            ? (isNewest ? instants.Value.High : instants.Value.Low)
            : (isNewest ? days.Value.High : days.Value.Low);
        return best is not { } extreme ? null : timestamps is not null ? new Instant(extreme) : calendar.StartOf(Days.Date((int)extreme));
    }

    private static (int First, int Last)? RangeOf<T>(BlockExtents<T> extents, int block, T[] bounds)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        extents.TryGet(block, out var low, out var high, out var hasNone) ? (BucketKernel.CountNotAfter<T>(bounds, low) + 1, BucketKernel.CountNotAfter<T>(bounds, high) + 1)
        : hasNone ? (0, 0)
        : null;

    private BlockExtents<T> Extents<T>(ValueColumn<T> column)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        link is null ? column.Index(BlockExtents<T>.Of) : BlockExtents<T>.Of(column, link);
}
