namespace MetricsAsCode.Data;

/// <summary>What a column holds.</summary>
/// <param name="Kind">The type of the language.</param>
/// <param name="Scale">Digits after the point of decimal and money, 0 to 18; 0 for the others.</param>
/// <param name="Currency">The currency of money, e.g. <c>USD</c>.</param>
public sealed record ColumnType(ColumnKind Kind, int Scale = 0, string? Currency = null)
{
    /// <summary>The largest scale a 64-bit scaled integer can carry.</summary>
    public const int MaxScale = 18;
}
