using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>Points on a scale, e.g. a health score.</summary>
public readonly struct Score : IMetricValue<Score>
{
    private readonly Measurement? measurement;

    private Score(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Score);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The points.</summary>
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

    /// <summary>What to bear in mind, e.g. <c>unfinished period</c>.</summary>
    public IReadOnlyList<string> Caveats => Measurement.Caveats;

    /// <summary>Wraps a measurement in a score.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static Score From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Score, nameof(Score)));

    /// <summary>The value as people read it, e.g. <c>4.2 of 5</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
