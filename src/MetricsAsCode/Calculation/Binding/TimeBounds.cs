using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>Boundaries between stretches of time, ascending: the first instant after each, and the same for columns of days.</summary>
internal sealed record TimeBounds(long[] Microseconds, int[] Days);
