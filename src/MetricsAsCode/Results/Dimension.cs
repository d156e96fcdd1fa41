namespace MetricsAsCode.Results;

/// <summary>A column to break results down by, e.g. <c>customers.country</c>.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Column">The column's name.</param>
public sealed record Dimension(string Source, string Column)
{
    /// <summary>The name as the language writes it.</summary>
    public override string ToString() => $"{Source}.{Column}";
}
