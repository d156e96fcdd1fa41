using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>How one metric came to its value in one period, and in one group if asked for: to be checked by hand.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Period">The period as written.</param>
/// <param name="Days">Its days as a period, e.g. <c>1998-Q1</c>.</param>
/// <param name="Group">The group; null for all rows.</param>
/// <param name="AsOf">The last day whose rows count; null when there is no dated row.</param>
/// <param name="Formula">The formula with the value of each part.</param>
/// <param name="Rows">The rows that the parts rest on, numbered from 1 in reading order.</param>
/// <param name="LeftOut">What does not count, in the order of the rows.</param>
public sealed record Explanation(
    MetricSymbol Metric,
    Period Period,
    string Days,
    ExplainedGroup? Group,
    DateOnly? AsOf,
    ExplainedStep Formula,
    IReadOnlyList<ExplainedRows> Rows,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>How the response rate of a metric over a sample comes about; null for other metrics, and for groups that the rows asked do not have.</summary>
    public ExplainedStep? ResponseRate { get; init; }
}

/// <summary>One group of a breakdown; <paramref name="Name"/> is null for the rows that have none.</summary>
public sealed record ExplainedGroup(ColumnSymbol By, string? Name)
{
    /// <summary><c>customers.country = Germany</c></summary>
    public override string ToString() => $"{By} = {Name ?? "(missing)"}";
}

/// <summary>Something that does not count, and how much of it.</summary>
/// <param name="What">E.g. <c>rows of `orders` without a time</c>.</param>
/// <param name="Count">More than 0.</param>
/// <param name="Rows">The number of the rows it concerns; null when it concerns entities or units.</param>
public sealed record LeftOut(string What, long Count, int? Rows);
