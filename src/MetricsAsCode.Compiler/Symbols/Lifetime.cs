namespace MetricsAsCode.Compiler.Symbols;

/// <summary>
/// <c>valid from A to B</c>: a row lives in [A, B), and on when B is missing; <c>through B</c> includes that day.
/// Both columns are own ones of one type; the key of the source is unique at each instant.
/// </summary>
/// <param name="IsThrough">Whether the day of <paramref name="To"/> belongs to the life.</param>
public sealed record Lifetime(ColumnSymbol From, ColumnSymbol To, bool IsThrough)
{
    /// <summary>Whether rows count that have ended as well: all that have begun.</summary>
    public bool IncludesEnded { get; init; }
}
