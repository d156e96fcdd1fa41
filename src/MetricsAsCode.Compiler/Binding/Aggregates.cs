using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>An aggregate: its name, its kind, and how it is written.</summary>
internal sealed record AggregateInfo(string Name, AggregateKind Kind, string Form, bool HasParameter = false);

/// <summary>The aggregates, and what they give for each type.</summary>
internal static class Aggregates
{
    private static readonly AggregateInfo[] All =
    [
        new("count", AggregateKind.Count, "count(ROWS)"),
        new("sum", AggregateKind.Sum, "sum(ROWS.x)"),
        new("avg", AggregateKind.Avg, "avg(ROWS.x)"),
        new("median", AggregateKind.Median, "median(ROWS.x)"),
        new("min", AggregateKind.Min, "min(ROWS.x)"),
        new("max", AggregateKind.Max, "max(ROWS.x)"),
        new("stddev", AggregateKind.StdDev, "stddev(ROWS.x)"),
        new("percentile", AggregateKind.Percentile, "percentile(ROWS.x, 90%)", HasParameter: true),
        new("percentile_disc", AggregateKind.PercentileDisc, "percentile_disc(ROWS.x, 90%)", HasParameter: true),
        new("distinct", AggregateKind.Distinct, "distinct(ROWS.x)"),
        new("first", AggregateKind.First, "first(ROWS.x)"),
        new("last", AggregateKind.Last, "last(ROWS.x)"),
        new("nth", AggregateKind.Nth, "nth(ROWS.x, 2)", HasParameter: true),
    ];

    private static readonly string[] Others = ["share", "set", "size"];

    public static IEnumerable<string> Names => All.Select(a => a.Name).Concat(Others);

    public static AggregateInfo? Find(string name) => Array.Find(All, a => string.Equals(a.Name, name, StringComparison.Ordinal));

    public static bool IsAggregate(string name) => Find(name) is not null;

    public static bool IsKnown(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>How an aggregate, a share, a set or a size is written.</summary>
    public static string FormOf(string name) => Find(name)?.Form ?? name switch
    {
        "share" => "share(ROWS where CONDITION)",
        "set" => "set(ROWS.column)",
        _ => "size(SET)",
    };

    public static string NameOf(AggregateKind kind) => Array.Find(All, a => a.Kind == kind)!.Name;

    /// <summary>The unit of an aggregate over row values; null when it does not work on them.</summary>
    public static Unit? UnitOf(AggregateKind kind, RowExpression value) => kind switch
    {
        AggregateKind.Count or AggregateKind.Distinct => Unit.Count,
        AggregateKind.Sum when value.Type.Kind == ScalarKind.Integer => Unit.Count,
        AggregateKind.Sum or AggregateKind.Avg or AggregateKind.Median or AggregateKind.StdDev or AggregateKind.Percentile or AggregateKind.PercentileDisc =>
            RowUnits.Of(value) is { IsNumeric: true } unit ? unit : null,
        AggregateKind.Min or AggregateKind.Max => RowUnits.Of(value) is { Kind: not UnitKind.Condition } unit ? unit : null,
        _ => RowUnits.Of(value),
    };

    /// <summary>The unit of an aggregate over numbers, as behind <c>per</c> and <c>each</c>; null when it does not work on them.</summary>
    public static Unit? UnitOf(AggregateKind kind, Unit operand) => kind switch
    {
        AggregateKind.Count => Unit.Count,
        AggregateKind.Sum => operand.IsNumeric ? operand : null,
        AggregateKind.Avg or AggregateKind.Median or AggregateKind.StdDev or AggregateKind.Percentile or AggregateKind.PercentileDisc =>
            !operand.IsNumeric ? null : operand.Kind == UnitKind.Count ? Unit.Number : operand,
        AggregateKind.Min or AggregateKind.Max => operand.IsNumeric || operand.Kind is UnitKind.Date or UnitKind.Timestamp ? operand : null,
        _ => null,
    };

    /// <summary>What an aggregate works on, in words.</summary>
    public static string WorksOn(AggregateKind kind) => kind switch
    {
        AggregateKind.Min or AggregateKind.Max =>
            "numbers, money, durations, dates, timestamps and text",
        _ => "numbers, money and durations",
    };
}
