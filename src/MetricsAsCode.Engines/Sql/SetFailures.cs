using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Why a set, or an aggregate whose filters test one, has no stretch: found from the calendar, before the database is asked.</summary>
internal sealed class SetFailures(Plan plan, PlanFormulas formulas, Clock clock)
{
    private readonly Dictionary<(int, Stretch), Reason?> known = [];

    public Reason? Of(Aggregate aggregate, Stretch stretch) => Of(formulas.IdOf(aggregate), stretch);

    public Reason? Of(SetFormula set, Stretch stretch) => Of(formulas.SetOf(set), stretch);

    private Reason? Of(PlanSet set, Stretch stretch) => set switch
    {
        PlanSetReading reading => clock.Resolve(PlanFormulas.WindowOf(reading.Steps), stretch).TryGet(out var at, out var none) ? Of(reading.Aggregate, at) : none,
        PlanSetCombination node => Of(node.Left, stretch) ?? Of(node.Right, stretch),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    private Reason? Of(int aggregate, Stretch stretch)
    {
        if (known.TryGetValue((aggregate, stretch), out var reason))
            return reason;
        var tests = plan.Selections[plan.Aggregates[aggregate].Selection].Filters
            .SelectMany(f => PlanRowParts.All(plan.Filters[f].Condition))
            .OfType<PlanSetTest>();
        return known[(aggregate, stretch)] = tests.Select(t => Of(t.Set, stretch)).FirstOrDefault(r => r is not null);
    }
}
