namespace MetricsAsCode.Calculation;

/// <summary>A column seen from a source: the reference columns to follow, then the column, e.g. <c>customer_id.country</c>.</summary>
/// <param name="References">
/// Names of reference columns, the first in the source itself; empty for an own column. A reference to rows with a lifetime means the row that lives at the time of the
/// referring row: at its own time, unless the first name says another, as in <c>account_id@resolved_at</c>.
/// </param>
/// <param name="Column">The column's name in the source that the last reference leads to.</param>
public sealed record ColumnPath(IReadOnlyList<string> References, string Column)
{
    /// <summary>An own column of the source.</summary>
    public ColumnPath(string column)
        : this([], column)
    {
    }

    /// <summary>Of the time of rows that are read as a state: the column in which a row's life ends. Null for any other column.</summary>
    public string? Until { get; private init; }

    /// <summary>Whether the day in <see cref="Until"/> belongs to the life.</summary>
    public bool IsThrough { get; private init; }

    /// <summary>Whether rows count that have ended as well: all that have begun.</summary>
    internal bool IncludesEnded { get; private init; }

    /// <summary>The same rows, also those that have ended.</summary>
    internal ColumnPath Begun() => this with { IncludesEnded = true };

    /// <summary>The time of rows that are read as a state: a stretch holds those that have begun before its end and still live just before it.</summary>
    /// <param name="from">The column in which a row's life begins.</param>
    /// <param name="until">The column in which it ends, of the same type; a row without one lives on.</param>
    /// <param name="isThrough">Whether the last day belongs to the life.</param>
    public static ColumnPath Life(string from, string until, bool isThrough) => new(from) { Until = until, IsThrough = isThrough };

    /// <summary>The path as it is written, joined by dots.</summary>
    public override string ToString() =>
        string.Join('.', [.. References, Column]) + (Until is null ? "" : $" {(IncludesEnded ? "begun" : IsThrough ? "through" : "to")} {Until}");
}
