using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>A length of time, e.g. a time to ship.</summary>
public readonly struct Duration : IMetricValue<Duration>
{
    private readonly Measurement? measurement;

    private Duration(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Duration);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The length of time, to the microsecond.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    /// <exception cref="OverflowException">It is beyond .NET's time span; <see cref="Measurement"/> has it.</exception>
    public TimeSpan Value => TypedNumber.ToTimeSpan(Typed.Expect(Measurement));

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

    /// <summary>Wraps a measurement in a duration.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static Duration From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Duration, nameof(Duration)));

    /// <summary>The value as people read it, e.g. <c>8 d 12 h</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
