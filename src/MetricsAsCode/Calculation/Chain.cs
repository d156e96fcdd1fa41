namespace MetricsAsCode.Calculation;

/// <summary>One step of a chain.</summary>
/// <param name="Rows">Its rows; they have a time.</param>
/// <param name="Entity">Whose each row is.</param>
/// <param name="Order">Columns that put rows at one instant in order.</param>
public sealed record ChainStep(Selection Rows, ColumnPath Entity, IReadOnlyList<string> Order);

/// <summary>
/// Chains of rows, as a funnel follows them: one begins at each row of the first step, and goes on to the earliest row of the next step of the same entity
/// that is not before the last one, not in the chain yet, and not later than the entry and a time. Compares by identity: its parts are computed together.
/// </summary>
/// <param name="steps">The steps, the first of which are the entries.</param>
/// <param name="within">The time from the entry, in microseconds, its end included.</param>
/// <param name="countsDays">Whether all times are dates, whose days are 24 hours long; else times are instants.</param>
public sealed class Chain(IReadOnlyList<ChainStep> steps, long within, bool countsDays)
{
    /// <summary>The steps.</summary>
    public IReadOnlyList<ChainStep> Steps { get; } = steps;

    /// <summary>Microseconds from the entry within which steps count.</summary>
    public long Within { get; } = within;

    /// <summary>Whether days are 24 hours long.</summary>
    public bool CountsDays { get; } = countsDays;
}

/// <summary>What a column tells of the chain that begins with a row.</summary>
public enum ChainPart
{
    /// <summary>How many steps it reaches; 0 for a row with which none begins. An integer.</summary>
    Depth,

    /// <summary>The time from the row to a step, missing when that is not reached. A duration.</summary>
    Elapsed,

    /// <summary>Whether the time within which steps count is over by the as-of. A boolean.</summary>
    Mature,
}
