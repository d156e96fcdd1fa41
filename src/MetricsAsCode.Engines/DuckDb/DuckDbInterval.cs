using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb;

/// <summary>An interval: three parts that do not convert into each other, in the layout of the library.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DuckDbInterval(int Months, int Days, long Microseconds);
