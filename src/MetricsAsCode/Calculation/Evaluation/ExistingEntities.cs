namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>The entities of a <c>per</c>.</summary>
/// <param name="Exists">By member of the inner scope, whether it is an entity.</param>
/// <param name="Unknown">By member of the outer scope, whether its entities cannot be told because a filter of their set overflows; null where all can.</param>
internal sealed record ExistingEntities(bool[] Exists, bool[]? Unknown);
