namespace MetricsAsCode.Calculation.Others;

/// <summary>A row and its time in microseconds.</summary>
internal readonly record struct TimedRow(long Time, int Row);
