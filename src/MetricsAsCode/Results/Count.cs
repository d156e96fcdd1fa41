using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>A count of things, e.g. orders.</summary>
public readonly struct Count : IMetricValue<Count>
{
    private readonly Measurement? measurement;

    private Count(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Count);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The count.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    /// <exception cref="OverflowException">The count is beyond 64 bits; <see cref="Measurement"/> has it exactly.</exception>
    public long Value => TypedNumber.ToLong(Typed.Expect(Measurement));

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => Measurement.Reason;

    /// <summary>The left operand of an outermost division, or the upper part of a share or average; null when there is none.</summary>
    public Value? Numerator => Measurement.Numerator;

    /// <summary>The right operand of an outermost division, or the lower part of a share or average; null when there is none.</summary>
    public Value? Denominator => Measurement.Denominator;

    /// <summary>The known rows, or the entities, that the value rests on.</summary>
    public long N => Measurement.N;

    /// <summary>Of a metric over a self-selected sample: the rows asked that have an answer over all rows asked; null of other metrics.</summary>
    public Ratio? ResponseRate => Typed.ResponseRate(Measurement);

    /// <summary>What to bear in mind, e.g. <c>unfinished period</c>.</summary>
    public IReadOnlyList<string> Caveats => Measurement.Caveats;

    /// <summary>Wraps a measurement in a count.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static Count From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Count, nameof(Count)));

    /// <summary>The value as people read it, e.g. <c>1,234</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
