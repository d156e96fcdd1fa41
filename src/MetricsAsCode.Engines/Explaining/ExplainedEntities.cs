using MetricsAsCode.Results;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>The entities that a <c>per</c> is computed for.</summary>
/// <param name="Key">What they are, e.g. <c>customers.customer_id</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Known">Those with a value; the others are left out, in a share they count as not true.</param>
/// <param name="True">Of a share: those for which the condition is true; else null.</param>
/// <param name="Median">The value in the middle of the known ones, for numbers; else null.</param>
/// <param name="Largest">Those with the largest values, largest first, equal ones by their names; all when there are few.</param>
/// <param name="Smallest">Those with the smallest values, smallest first; empty when all are among the largest.</param>
/// <param name="Missing">The first without a value.</param>
public sealed record ExplainedEntities(
    string Key,
    long Count,
    long Known,
    long? True,
    Measurement? Median,
    IReadOnlyList<ExplainedEntity> Largest,
    IReadOnlyList<ExplainedEntity> Smallest,
    IReadOnlyList<ExplainedEntity> Missing);

/// <summary>One entity and its value, or the reason for none.</summary>
public sealed record ExplainedEntity(string Name, Measurement Found);
