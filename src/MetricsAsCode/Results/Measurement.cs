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

    /// <summary>Why there is no value; null when there is one.</summary>
    public Reason? Reason => Value.Reason;

    /// <summary>Without a value, for a reason.</summary>
    public static Measurement None(Reason reason, Unit unit) => new() { Value = Value.None(reason), Unit = unit };

    /// <summary>Equal in every part, caveats in order.</summary>
    public bool Equals(Measurement? other) =>
        other is not null && Value == other.Value && Unit == other.Unit && Display == other.Display && Numerator == other.Numerator
        && Denominator == other.Denominator && N == other.N && Caveats.SequenceEqual(other.Caveats, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Value, Unit, N);

    /// <summary>The value as people read it.</summary>
    public override string ToString() => DisplayFormat.Write(Value, Unit, Display);

    private static Value? Known(Value? part) => part is { HasValue: true } ? part : null;
}
