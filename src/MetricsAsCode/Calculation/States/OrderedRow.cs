using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>A row's place in time and what it has there.</summary>
internal readonly record struct OrderedRow<T>(int Row, long Time, bool IsKnown, T Value);
