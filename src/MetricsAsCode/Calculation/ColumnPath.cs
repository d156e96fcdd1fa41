namespace MetricsAsCode.Calculation;

/// <summary>A column seen from a source: the reference columns to follow, then the column, e.g. <c>customer_id.country</c>.</summary>
/// <param name="References">Names of reference columns, the first in the source itself; empty for an own column.</param>
/// <param name="Column">The column's name in the source that the last reference leads to.</param>
public sealed record ColumnPath(IReadOnlyList<string> References, string Column)
{
    /// <summary>An own column of the source.</summary>
    public ColumnPath(string column)
        : this([], column)
    {
    }

    /// <summary>The path as it is written, joined by dots.</summary>
    public override string ToString() => string.Join('.', [.. References, Column]);
}
