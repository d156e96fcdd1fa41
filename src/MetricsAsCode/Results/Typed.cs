using MetricsAsCode.Values;

namespace MetricsAsCode.Results;

/// <summary>What all typed results do alike.</summary>
internal static class Typed
{
    /// <summary>The measurement, if it is of the type's unit.</summary>
    internal static Measurement Check(Measurement measurement, UnitKind unit, string type) =>
        measurement.Unit.Kind == unit
            ? measurement
            : throw new ArgumentException($"A result in {measurement.Unit} is not a {type}.", nameof(measurement));

    /// <summary>The measurement of a type that nobody has filled.</summary>
    internal static Measurement OrNone(Measurement? measurement, Unit unit) => measurement ?? Measurement.None(Reason.NotComputed, unit);

    /// <summary>What is said of the sample that a result rests on, if it rests on one.</summary>
    internal static Ratio? ResponseRate(Measurement measurement) => measurement.ResponseRate is { } rate ? Ratio.From(rate) : null;

    /// <summary>The value, if there is one.</summary>
    internal static Value Expect(Measurement measurement) =>
        measurement.Value.HasValue
            ? measurement.Value
            : throw new InvalidOperationException($"There is no value: {measurement.Reason}. Ask `HasValue` first, or read `Reason`.");
}
