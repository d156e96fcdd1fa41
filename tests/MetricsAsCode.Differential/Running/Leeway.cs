using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Differential.Running;

/// <summary>Where a database may differ from the reference evaluator, by metric.</summary>
/// <param name="Floating">They rest on sums of binary doubles, which a database adds in its own order: exact amounts that are made of them are near.</param>
/// <param name="Mixed">They choose among numbers of which some are exact and others quotients: what is picked is the same number, but may be held either way.</param>
internal sealed record Leeway(IReadOnlySet<string> Floating, IReadOnlySet<string> Mixed)
{
    public static readonly Leeway None = new(new HashSet<string>(), new HashSet<string>());

    public static Leeway Of(Plan plan) => new(
        Where(plan, m => m.Numbers.SelectMany(PlanParts.Leaves).Any(a => plan.Aggregates[a] is { State: PlanState.Sum or PlanState.Values, Value.Type.Kind: ScalarKind.Number })),
        Where(plan, m => m.Numbers.SelectMany(PlanParts.All).Any(n => n is PlanIf or PlanCall)));

    private static HashSet<string> Where(Plan plan, Func<PlanMetric, bool> condition) =>
        plan.Metrics.Where(condition).Select(m => m.Metric.QualifiedName).ToHashSet(StringComparer.Ordinal);
}
