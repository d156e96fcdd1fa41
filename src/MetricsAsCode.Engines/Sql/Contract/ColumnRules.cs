using System.Globalization;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>What a declaration allows, whichever database holds the values.</summary>
internal static class ColumnRules
{
    /// <summary>The values that are allowed, in words.</summary>
    public static string Allowed(ColumnSymbol column) => column switch
    {
        { IsClosed: true } => "among those declared",
        { Low: { } low, High: { } high } => string.Create(CultureInfo.InvariantCulture, $"in {low}..{high}"),
        { Type.IsTemporal: true } => "in the years 1 to 9999",
        { Type.Kind: ScalarKind.Number } => "a number",
        _ => $"a {column.Type} of at most 19 digits",
    };

    /// <summary>A further alternative of a condition: that a number is outside its bounds; empty where there are none.</summary>
    public static string Range(ColumnSymbol column, string text) => column is { Low: { } low, High: { } high } ? $" OR {text} NOT BETWEEN {SqlText.Of(low)} AND {SqlText.Of(high)}" : "";

    public static InvalidOperationException Unknown(ColumnSymbol column) => new($"There is no column of kind {column.Type.Kind}.");
}
