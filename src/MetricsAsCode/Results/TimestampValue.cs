using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>An instant, e.g. that of the last event.</summary>
public readonly struct TimestampValue : IMetricValue<TimestampValue>
{
    private readonly Measurement? measurement;

    private TimestampValue(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Timestamp);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The instant.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    public Instant Value => Typed.Expect(Measurement).AsTimestamp;

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => Measurement.Reason;

    /// <summary>The left operand of an outermost division, or the upper part of a share or average; null when there is none.</summary>
    public Value? Numerator => Measurement.Numerator;

    /// <summary>The right operand of an outermost division, or the lower part of a share or average; null when there is none.</summary>
    public Value? Denominator => Measurement.Denominator;

    /// <summary>The known rows, or the entities, that the value rests on.</summary>
    public long N => Measurement.N;

    /// <summary>What to bear in mind, e.g. <c>unfinished period</c>.</summary>
    public IReadOnlyList<string> Caveats => Measurement.Caveats;

    /// <summary>Wraps a measurement in timestamps.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static TimestampValue From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Timestamp, nameof(TimestampValue)));

    /// <summary>The value as people read it, e.g. <c>2026-07-01T12:00:00Z</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
