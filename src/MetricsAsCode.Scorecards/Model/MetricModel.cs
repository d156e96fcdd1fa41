namespace MetricsAsCode.Scorecards.Model;

/// <summary>A metric over the scorecard's period.</summary>
/// <param name="Name">The name as written, e.g. <c>churn_rate</c>.</param>
/// <param name="Label">The label, or else the name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Link">Where it is defined.</param>
/// <param name="Value">Its value.</param>
/// <param name="Change">Its move against the period before; null when the calendar has none or the value is not a number.</param>
/// <param name="N">The rows or entities it rests on.</param>
/// <param name="Trend">Null unless the scorecard asks for trends and the value is a number.</param>
/// <param name="Caveats">What to bear in mind; null when there is nothing.</param>
public sealed record MetricModel(
    string Name,
    string Label,
    string? Description,
    LinkModel Link,
    Figure Value,
    ChangeModel? Change,
    Figure N,
    TrendModel? Trend,
    string? Caveats)
{
    /// <summary>Its trend as a picture; null when none is drawn.</summary>
    public PictureModel? Picture { get; init; }
}
