namespace MetricsAsCode.Engines.DuckDb;

/// <summary>A decimal to bind as a parameter: <c>Scaled / 10^Scale</c>.</summary>
/// <param name="Scaled">The digits, at most 38.</param>
/// <param name="Scale">How many of them stand after the point, 0 to 38.</param>
internal readonly record struct DuckDbDecimal(Int128 Scaled, int Scale);
