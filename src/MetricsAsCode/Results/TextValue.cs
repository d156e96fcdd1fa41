using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode;

/// <summary>A text, e.g. the first status.</summary>
public readonly struct TextValue : IMetricValue<TextValue>
{
    private readonly Measurement? measurement;

    private TextValue(Measurement measurement) => this.measurement = measurement;

    /// <inheritdoc />
    public Measurement Measurement => Typed.OrNone(measurement, Unit.Text);

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Measurement.Value.HasValue;

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message names the reason.</exception>
    public string Value => Typed.Expect(Measurement).AsText;

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

    /// <summary>Wraps a measurement in text.</summary>
    /// <exception cref="ArgumentException">The measurement is in another unit.</exception>
    public static TextValue From(Measurement measurement) => new(Typed.Check(measurement, UnitKind.Text, nameof(TextValue)));

    /// <summary>The value as people read it, e.g. <c>delivered</c>.</summary>
    public override string ToString() => Measurement.ToString();
}
