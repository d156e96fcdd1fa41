using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>An amount of one currency, e.g. revenue.</summary>
public readonly struct Money : IMetricValue<Money>
{
    private readonly Measurement? measurement;

    private Money(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Money("XXX"));

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The amount in major units: sums exactly up to 28 digits, averages and other quotients as the shortest decimal of their double.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    /// <exception cref="OverflowException">The amount is beyond .NET's decimal; <see cref="Measurement"/> has it.</exception>
    public decimal Value => TypedNumber.ToDecimal(Typed.Expect(Measurement));

    /// <summary>The amount where it is exact, with all its digits; null for quotients and where there is no value.</summary>
    public Exact? ExactAmount => Measurement.Value.Kind == ValueKind.Exact ? Measurement.Value.AsExact : null;

    /// <summary>The currency's ISO 4217 code.</summary>
    public string Currency => Measurement.Unit.Currency!;

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

    /// <summary>Wraps a measurement in money.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static Money From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Money, nameof(Money)));

    /// <summary>The value as people read it, e.g. <c>1,265,793.04 USD</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
