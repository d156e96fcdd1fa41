using MetricsAsCode.Compiler.Binding.Model;
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
        var floating = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var metric in plan.Metrics)
        {
            if (Added(plan, metric).ToList() is { Count: > 0 } added)
                floating.Add(metric.Metric.QualifiedName, Tolerance * added.Distinct().Sum(a => SizeOf(frames[a.Source], a.AlsoExact, a.Constants)));
        }

        var choosing = plan.Metrics.Where(m => m.Numbers.SelectMany(PlanParts.All).Any(n => n is PlanIf or PlanCall) || Values(plan, m).Any(Chooses)).Select(m => m.Metric.QualifiedName);
        return new Leeway(addsInItsOwnOrder ? floating : None.Floating, choosing.Concat(floating.Keys).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<RowExpression> Values(Plan plan, PlanMetric metric) =>
        metric.Numbers.SelectMany(PlanParts.Leaves).Select(id => plan.Aggregates[id].Value).OfType<RowExpression>().SelectMany(PlanRowParts.All);

    // A duration is exact or, times a real number, a double.
    private static bool Chooses(RowExpression part) => part is RowIf { Type.Kind: ScalarKind.Duration } or RowCall { Type.Kind: ScalarKind.Duration };

    // The sources of which doubles are added: their own, or what is made of them for each entity or unit, which may be a double though they are exact. A database
    // finds deviations of exact numbers with doubles, too.
    private static IEnumerable<(string Source, bool AlsoExact, double Constants)> Added(Plan plan, PlanMetric metric)
    {
        var values = metric.Numbers.SelectMany(PlanParts.Leaves).Select(id => plan.Aggregates[id])
            .Where(a => a is { State: PlanState.Sum or PlanState.Values, Value.Type.Kind: ScalarKind.Number })
            .Select(a => (SourceOf(plan, a), false, ConstantsOf(a)));
        var deviations = metric.Numbers.SelectMany(PlanParts.All).OfType<PlanReading>().Where(r => r.Kind == AggregateKind.StdDev).Select(r => plan.Aggregates[r.Aggregate])
            .Select(a => (SourceOf(plan, a), true, ConstantsOf(a)));
        var quotients = metric.Numbers.SelectMany(PlanParts.All).Select(OperandOfSum).OfType<PlanNumber>().Where(o => PlanParts.All(o).Any(IsQuotient))
            .SelectMany(PlanParts.Leaves).Select(id => (SourceOf(plan, plan.Aggregates[id]), true, ConstantsOf(plan.Aggregates[id])));
        return values.Concat(deviations).Concat(quotients);
    }

    // What every row adds besides its columns.
    private static double ConstantsOf(PlanAggregate aggregate) =>
        aggregate.Value is { } value ? PlanRowParts.All(value).OfType<RowLiteral>().Sum(l => (double)Math.Abs(l.Value.Number)) : 0;

    private static PlanNumber? OperandOfSum(PlanNumber number) => number switch
    {
        PlanPer { Kind: AggregateKind.Sum or AggregateKind.Avg or AggregateKind.StdDev } per => per.Operand,
        PlanEach { Kind: AggregateKind.Sum or AggregateKind.Avg or AggregateKind.StdDev } each => each.Operand,
        _ => null,
    };

    // What is a double whatever it is made of.
    private static bool IsQuotient(PlanNumber number) => number is
        PlanArithmetic { Operator: ArithmeticOperator.Divide } or PlanShare or PlanSharePer
        or PlanReading { Kind: AggregateKind.Avg or AggregateKind.Median or AggregateKind.Percentile or AggregateKind.StdDev }
        or PlanPer { Kind: AggregateKind.Avg or AggregateKind.Median or AggregateKind.Percentile or AggregateKind.StdDev }
        or PlanEach { Kind: AggregateKind.Avg or AggregateKind.Median or AggregateKind.Percentile or AggregateKind.StdDev };

    private static string SourceOf(Plan plan, PlanAggregate aggregate) => plan.NameOf(plan.Selections[aggregate.Selection].Source);

    private static double SizeOf(DataFrame frame, bool alsoExact, double constants)
    {
        var doubles = frame.Columns.OfType<ValueColumn<double>>().Sum(c => Enumerable.Range(0, frame.RowCount).Where(c.IsKnown).Sum(row => Math.Abs(c[row])));
        var exact = alsoExact ? frame.Columns.OfType<ValueColumn<long>>().Where(c => c.Type.Kind != ColumnKind.Timestamp).Sum(c => Enumerable.Range(0, frame.RowCount).Where(c.IsKnown).Sum(row => Math.Abs(c[row] / Math.Pow(10, c.Type.Scale)))) : 0;
        return Math.Min(double.MaxValue, doubles + exact + (frame.RowCount * constants));
    }
}
