namespace MetricsAsCode.Engines.DuckDb;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Width">Digits of a decimal in all, 0 for other types.</param>
/// <param name="Scale">Digits of a decimal after the point, 0 for other types.</param>
internal sealed record DuckDbColumn(string Name, DuckDbType Type, int Width = 0, int Scale = 0);
