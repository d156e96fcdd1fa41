namespace MetricsAsCode;

/// <summary>One group of a breakdown.</summary>
/// <typeparam name="T">The typed result.</typeparam>
/// <param name="Group">The group's name; null: the rows whose dimension is missing.</param>
/// <param name="Value">The group's result.</param>
public readonly record struct GroupRow<T>(string? Group, T Value)
{
    /// <summary>The group's name, or <c>(missing)</c>.</summary>
    public string Label => Group ?? "(missing)";

    /// <summary><c>Germany: 50.0%</c></summary>
    public override string ToString() => $"{Label}: {Value}";
}
