using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Differential.Running;

/// <summary>Where an engine may differ from the reference evaluator, by metric.</summary>
/// <param name="Floating">They rest on sums of binary doubles, which a database adds in its own order: by how much what is made of them may differ, 1e-12 of the sum of all that is added, whatever its sign.</param>
/// <param name="Either">They choose among numbers of which some are exact and others quotients, or add up doubles, of which there may be none: the number is the same, but may be held either way.</param>
internal sealed record Leeway(IReadOnlyDictionary<string, double> Floating, IReadOnlySet<string> Either)
{
    public const double Tolerance = 1e-12;

    public static readonly Leeway None = new(new Dictionary<string, double>(), new HashSet<string>());

    /// <param name="plan">The plan.</param>
    /// <param name="frames">The tables.</param>
    /// <param name="addsInItsOwnOrder">Whether the engine may add doubles in its own order.</param>
    public static Leeway Of(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, bool addsInItsOwnOrder)
    {
        var floating = plan.Metrics.Where(m => Doubles(plan, m).Any()).ToDictionary(m => m.Metric.QualifiedName, m => Tolerance * Doubles(plan, m).Sum(s => SizeOf(frames[s])), StringComparer.Ordinal);
        var choosing = plan.Metrics.Where(m => m.Numbers.SelectMany(PlanParts.All).Any(n => n is PlanIf or PlanCall)).Select(m => m.Metric.QualifiedName);
        return new Leeway(addsInItsOwnOrder ? floating : None.Floating, choosing.Concat(floating.Keys).ToHashSet(StringComparer.Ordinal));
    }

    // The sources of which doubles are added.
    private static IEnumerable<string> Doubles(Plan plan, PlanMetric metric) => metric.Numbers.SelectMany(PlanParts.Leaves)
        .Select(id => plan.Aggregates[id])
        .Where(a => a is { State: PlanState.Sum or PlanState.Values, Value.Type.Kind: ScalarKind.Number })
        .Select(a => plan.NameOf(plan.Selections[a.Selection].Source))
        .Distinct(StringComparer.Ordinal);

    private static double SizeOf(DataFrame frame) =>
        Math.Min(double.MaxValue, frame.Columns.OfType<ValueColumn<double>>().Sum(c => Enumerable.Range(0, frame.RowCount).Where(c.IsKnown).Sum(row => Math.Abs(c[row]))));
}
