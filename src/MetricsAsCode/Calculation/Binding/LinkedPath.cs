using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>References followed from one table to another: for each row the row there, -1 where a reference is missing.</summary>
internal sealed record LinkedPath(string[] References, SourceTable Table, int[] Rows);
