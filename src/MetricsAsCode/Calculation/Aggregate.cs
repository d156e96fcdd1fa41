namespace MetricsAsCode.Calculation;

/// <summary>The mergeable state that an aggregate keeps per stretch of time and group.</summary>
public enum AggregateState
{
    /// <summary>The count of rows; no value.</summary>
    Rows,

    /// <summary>Sum and count of known values.</summary>
    Sum,

    /// <summary>Smallest and largest known value.</summary>
    Extent,

    /// <summary>All known values.</summary>
    Values,

    /// <summary>The known values, each once; as entity codes, so that they make a set, when the value is a <see cref="ColumnValue"/>.</summary>
    Distinct,

    /// <summary>All rows in order of time, key and value.</summary>
    Ordered,
}

/// <summary>One state over one selection; several readings share it. Aggregates compare by identity.</summary>
/// <param name="rows">The selected rows.</param>
/// <param name="state">What is kept.</param>
/// <param name="value">What is taken from each row; null for <see cref="AggregateState.Rows"/>.</param>
public sealed class Aggregate(Selection rows, AggregateState state, RowValue? value = null)
{
    /// <summary>The selected rows.</summary>
    public Selection Rows { get; } = rows;

    /// <summary>What is kept.</summary>
    public AggregateState State { get; } = state;

    /// <summary>What is taken from each row.</summary>
    public RowValue? Value { get; } = value;

    /// <summary>The set memberships that its filters and its value ask for.</summary>
    internal IEnumerable<SetTest> Tests => Rows.Filters.SelectMany(f => f.Tests).Concat(Value?.Tests ?? []);
}
