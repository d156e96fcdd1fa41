using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>A date, e.g. that of the first order.</summary>
public readonly struct DateValue : IMetricValue<DateValue>
{
    private readonly Measurement? measurement;

    private DateValue(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Date);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The date.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    public DateOnly Value => Typed.Expect(Measurement).AsDate;

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

    /// <summary>Wraps a measurement in dates.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static DateValue From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Date, nameof(DateValue)));

    /// <summary>The value as people read it, e.g. <c>2026-07-01</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
