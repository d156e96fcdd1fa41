namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>An aggregate over entities or units, for each member of a scope.</summary>
/// <param name="Cells">The value.</param>
/// <param name="N">The entities with a value; of a share all entities. Null when the entities could not be found.</param>
/// <param name="LeftOut">Entities without a value.</param>
/// <param name="Numerator">The upper part of a share or mean, else null.</param>
/// <param name="Denominator">The lower part of a share or mean, else null.</param>
internal sealed record PerResult(Cell[] Cells, long[]? N, long[] LeftOut, Cell[]? Numerator = null, Cell[]? Denominator = null);
