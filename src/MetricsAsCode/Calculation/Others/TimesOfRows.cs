using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The times of a source's rows in microseconds, on one of two clocks.</summary>
/// <param name="data">The tables.</param>
/// <param name="source">The rows' source.</param>
/// <param name="path">Their time.</param>
/// <param name="asInstants">Whether a date is its local midnight; else days are 24 hours long, as they are between dates.</param>
internal sealed class TimesOfRows(BoundData data, string source, ColumnPath path, bool asInstants)
{
    private readonly TimeColumn column = data.TimeOf(source, path);

    public long? At(int row) => column.OrderOf(row) is not { } time ? null
        : column.IsDate ? (asInstants ? data[source].StartOf((int)time) : time * TimeSpan.MicrosecondsPerDay)
        : time;
}
