using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>
/// Why a set, or an aggregate whose filters or value test one, has no value: a window leads nowhere, which is found from the calendar, or it is not known who is in a set
/// that is tested.
/// </summary>
internal sealed class SetFailures(Plan plan, PlanFormulas formulas, Clock clock, Func<PlanSetReading, Stretch, bool> isDoubtful)
{
    private readonly Dictionary<(int, Stretch), Reason?> known = [];

    public Reason? Of(Aggregate aggregate, Stretch stretch) => Of(formulas.IdOf(aggregate), stretch);

    public Reason? Of(SetFormula set, Stretch stretch) => Of(formulas.SetOf(set), stretch, isTested: false);

    private Reason? Of(PlanSet set, Stretch stretch, bool isTested) => set switch
    {
        PlanSetReading reading => clock.Resolve(PlanFormulas.WindowOf(reading.Steps), stretch).TryGet(out var at, out var none)
            ? Of(reading.Aggregate, at) ?? (isTested && isDoubtful(reading, at) ? Reason.Overflow : null)
            : none,
        PlanSetCombination node => Of(node.Left, stretch, isTested) ?? Of(node.Right, stretch, isTested),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    private Reason? Of(int aggregate, Stretch stretch)
    {
        if (known.TryGetValue((aggregate, stretch), out var reason))
            return reason;
        var tests = plan.TestsOf(plan.Aggregates[aggregate]);
        return known[(aggregate, stretch)] = tests.Select(t => Of(t.Set, stretch, isTested: true)).FirstOrDefault(r => r is not null);
    }
}
