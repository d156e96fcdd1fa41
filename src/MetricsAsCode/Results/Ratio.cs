using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>A part of a whole, e.g. a churn rate; 1 is all of it.</summary>
public readonly struct Ratio : IMetricValue<Ratio>
{
    private readonly Measurement? measurement;

    private Ratio(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Ratio);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The ratio; 0.5 is 50%.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    public double Value => Typed.Expect(Measurement).ToDouble();

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

    /// <summary>Where a share of a self-selected sample lies with 95% confidence; null of other metrics, and without a value.</summary>
    public Interval? Interval => Measurement.Interval;

    /// <summary>What to bear in mind, e.g. <c>unfinished period</c>.</summary>
    public IReadOnlyList<string> Caveats => Measurement.Caveats;

    /// <summary>Wraps a measurement in a ratio.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static Ratio From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Ratio, nameof(Ratio)));

    /// <summary>The value as people read it, e.g. <c>50.0%</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
