using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>What a measure is in a context, and what that rests on.</summary>
/// <param name="Result">The value, or the first reason in reading order why there is none.</param>
internal sealed record Answer(Found Result)
{
    /// <summary>The n of the first leaf in reading order; null when no leaf was computed.</summary>
    public long? FirstN { get; init; }

    /// <summary>The n of this formula, were it outermost: of a division, that of the denominator's first leaf, if it has one.</summary>
    public long? N { get => field ?? FirstN; init; }

    public Found? Numerator { get; init; }

    public Found? Denominator { get; init; }

    /// <summary>Entities left out by a <c>per</c> because their measure is missing.</summary>
    public long LeftOut { get; init; }

    /// <summary>How many rows cannot be judged yet, one count for each number that leaves them out.</summary>
    public IReadOnlyList<long> Immature { get; init; } = [];

    public Scalar? Value => Result.Value;

    public Reason? Reason => Result.Reason;

    public static implicit operator Answer(Reason reason) => new((Found)reason);

    /// <summary>The answer of an operator: its parts are not those of its operands, its n is the first operand's that has one.</summary>
    public static Answer Of(Found result, params IReadOnlyList<Answer> operands) => new(result)
    {
        FirstN = operands.Select(o => o.FirstN).FirstOrDefault(n => n is not null),
        LeftOut = operands.Sum(o => o.LeftOut),
        Immature = [.. operands.SelectMany(o => o.Immature)],
    };
}
