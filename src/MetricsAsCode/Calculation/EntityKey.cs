using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>The entities that a formula is computed for, and the column by which each source's rows belong to one.</summary>
/// <param name="Paths">By source name: the entity's column seen from that source. All hold values of one entity.</param>
public abstract record EntityKey(IReadOnlyDictionary<string, ColumnPath> Paths);

/// <summary>Entities with a row in at least one selection of the formula, in its stretch.</summary>
public sealed record ColumnKey(IReadOnlyDictionary<string, ColumnPath> Paths) : EntityKey(Paths);

/// <summary>Rows of a source that exist by the end of the stretch that the window leads to; also those without events.</summary>
/// <param name="Rows">The source's own rows; its filters are those pushed on the metric.</param>
/// <param name="Window">Leads to the stretch by whose end a row must exist.</param>
/// <param name="Paths">See <see cref="EntityKey"/>; holds the key column of the source itself as well.</param>
public sealed record SourceKey(Selection Rows, Window Window, IReadOnlyDictionary<string, ColumnPath> Paths) : EntityKey(Paths);

/// <summary>Exactly the members of a set.</summary>
public sealed record SetKey(SetFormula Set, IReadOnlyDictionary<string, ColumnPath> Paths) : EntityKey(Paths);
