using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC32xx: the shapes of metrics.</summary>
public static class MetricErrors
{
    public static readonly DiagnosticDescriptor Ungrouped = new(
        "MAC3201", Severity.Error, "A metric of several parts is used as one number",
        "metric growth = mrr_movements / mrr", "metric growth = mrr_movements.new / mrr");

    public static readonly DiagnosticDescriptor PartUnknown = new(
        "MAC3202", Severity.Error, "A metric has no such part",
        "metric growth = mrr_movements.nwe", "metric growth = mrr_movements.new");

    public static readonly DiagnosticDescriptor PartsMissing = new(
        "MAC3203", Severity.Error, "A metric with parts has none",
        "metric mrr_movements parts { }", "metric mrr_movements parts { new = sum(movements.amount where kind = new) }");

    public static readonly DiagnosticDescriptor SameFormula = new(
        "MAC3204", Severity.Warning, "Two metrics have the same formula",
        "metric sales = sum(orders.freight)\nmetric turnover = sum(orders.freight)", "metric sales = sum(orders.freight)\nmetric turnover = sales");

    public static readonly DiagnosticDescriptor MovesBetweenGroups = new(
        "MAC3205", Severity.Warning, "A churn or retention is broken down by something that is not the entity's own",
        "metric churn_rate by orders.ship_country = churn(set(orders.customer_id))", "metric churn_rate by customers.country = churn(set(orders.customer_id))");

    public static Diagnostic NeedsPart(Location at, string name, IEnumerable<string> parts) =>
        Ungrouped.At(at, $"`{name}` has parts, which do not add up to one number. Name one: {NameErrors.Words(parts, "or")}.");

    public static Diagnostic NoSuchPart(Location at, string name, string part, IEnumerable<string> parts)
    {
        var known = parts.ToArray();
        return PartUnknown.At(at, $"`{name}` has no part `{part}`.{Suggestion.DidYouMean($"{name}.{part}", known) switch { "" => $" It has {NameErrors.Words(known)}.", var s => s }}");
    }

    public static Diagnostic NoParts(Location at, string name) =>
        PartsMissing.At(at, $"`{name}` is to have parts, and names none. Write each as `NAME = FORMULA` in the block.");

    public static Diagnostic MeansTheSame(Location at, string name, string first) =>
        SameFormula.At(at, $"`{name}` has the same formula as `{first}`. Write `metric {name} = {first}` if it is another name for it, or change one of them.");

    public static Diagnostic NotOfTheEntity(Location at, string advice) => MovesBetweenGroups.At(at, advice);
}
