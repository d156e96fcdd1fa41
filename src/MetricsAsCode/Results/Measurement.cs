using MetricsAsCode.Values;

namespace MetricsAsCode.Results;

/// <summary>What an engine found for one metric, period and group: a value or the reason for none, and what it rests on.</summary>
public sealed record Measurement
{
    /// <summary>The value, or the reason why there is none.</summary>
    public required Value Value { get; init; }

    /// <summary>The unit of the value.</summary>
    public required Unit Unit { get; init; }

    /// <summary>How the value is written; the unit's usual form unless the definition says.</summary>
    public Display Display { get => field ?? Display.Of(Unit); init; }

    /// <summary>The left operand of an outermost division, or the upper part of a share or average; null when there is none, or it has no value.</summary>
    public Value? Numerator { get; init => field = Known(value); }

    /// <summary>The right operand of an outermost division, or the lower part of a share or average; null when there is none, or it has no value.</summary>
    public Value? Denominator { get; init => field = Known(value); }

    /// <summary>The known rows, or the entities, of the denominator or else of the first aggregate.</summary>
    public long N { get; init; }

    /// <summary>What to bear in mind, in stable words, e.g. <c>unfinished period</c>; see <see cref="Caveat"/>.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>
    /// Of a metric over a self-selected sample: the share of the rows asked in the period that have an answer by the as-of. Its numerator and denominator are the two
    /// counts; without a value the reason says why. Null when the metric rests on no sample.
    /// </summary>
    public Measurement? ResponseRate { get; init; }

    /// <summary>Where the proportion lies with 95% confidence, of a metric that is a part of a sample's rows over all of them; null for other metrics, and without a value.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => Value.Reason;

    /// <summary>Without a value, for a reason.</summary>
    public static Measurement None(Reason reason, Unit unit) => new() { Value = Value.None(reason), Unit = unit };

    /// <summary>Equal in every part, caveats in order.</summary>
    public bool Equals(Measurement? other) =>
        other is not null && Value == other.Value && Unit == other.Unit && Display == other.Display && Numerator == other.Numerator
        && Denominator == other.Denominator && N == other.N && Equals(ResponseRate, other.ResponseRate) && Interval == other.Interval && Caveats.SequenceEqual(other.Caveats, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Value, Unit, N);

    /// <summary>The value as people read it.</summary>
    public override string ToString() => DisplayFormat.Write(Value, Unit, Display);

    /// <summary>What is to be said of the sample: <c>response rate 31.0%</c>, <c>95% interval 78.1%..84.0%</c>; nothing when the metric rests on no sample.</summary>
    /// <param name="locale">How digits are written; null for the invariant way.</param>
    public IEnumerable<string> OnSample(DisplayLocale? locale = null)
    {
        if (ResponseRate is { } rate)
            yield return rate.Reason is { } reason ? $"no response rate ({reason})" : $"response rate {DisplayFormat.Write(rate.Value, rate.Unit, rate.Display, locale)}";
        if (Interval is { } interval)
            yield return $"95% interval {Written(interval.Low)}..{Written(interval.High)}";

        string Written(double end) => DisplayFormat.Write(Value.Of(end), Unit, Display, locale);
    }

    private static Value? Known(Value? part) => part is { HasValue: true } ? part : null;
}
