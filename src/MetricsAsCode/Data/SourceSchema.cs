namespace MetricsAsCode.Data;

/// <summary>The contract of one source.</summary>
/// <param name="Name">The declared name, e.g. <c>orders</c>.</param>
/// <param name="Columns">The declared columns, in order, with different names.</param>
public sealed record SourceSchema(string Name, IReadOnlyList<ColumnSchema> Columns)
{
    /// <summary>From when to when each row lives; null when rows have no lifetime. With one, a key is unique at each instant instead of once.</summary>
    public LifetimeSchema? Lifetime { get; init; }
}

/// <summary>The columns that say from when to when a row lives: [from, to), or to the end of a day. A row without an end lives on.</summary>
/// <param name="From">A date or timestamp column.</param>
/// <param name="To">A column of the same type.</param>
/// <param name="IsThrough">Whether the day in <paramref name="To"/> belongs to the life.</param>
public sealed record LifetimeSchema(string From, string To, bool IsThrough);
