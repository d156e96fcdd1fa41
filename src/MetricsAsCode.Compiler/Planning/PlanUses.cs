using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Everything of a plan that some metrics need, also through the sets that filters and values ask for.</summary>
internal sealed class PlanUses
{
    private readonly Plan plan;

    private PlanUses(Plan plan) => this.plan = plan;

    public HashSet<int> Aggregates { get; } = [];

    public HashSet<int> Selections { get; } = [];

    public HashSet<int> Filters { get; } = [];

    public HashSet<SourceSymbol> Sources { get; } = [];

    public HashSet<int> Derived { get; } = [];

    public static PlanUses Of(Plan plan, IEnumerable<PlanMetric> metrics)
    {
        var uses = new PlanUses(plan);
        foreach (var number in metrics.SelectMany(m => m.Numbers))
        {
            foreach (int aggregate in PlanParts.Leaves(number))
                uses.Aggregate(aggregate);
            foreach (var key in PlanParts.Keys(number))
                uses.Key(key);
        }

        return uses;
    }

    private void Aggregate(int id)
    {
        if (!Aggregates.Add(id))
            return;
        Selection(plan.Aggregates[id].Selection);
        if (plan.Aggregates[id].Value is { } value)
            Expression(plan.Selections[plan.Aggregates[id].Selection].Source, value);
    }

    private void Selection(int id)
    {
        if (!Selections.Add(id))
            return;
        var selection = plan.Selections[id];
        Path(selection.Source, selection.Time is { } time ? [time] : []);
        foreach (int filter in selection.Filters)
            Filter(filter);
    }

    private void Filter(int id)
    {
        if (!Filters.Add(id))
            return;
        var filter = plan.Filters[id];
        Expression(filter.Source, filter.Condition);
    }

    private void Expression(SourceSymbol source, RowExpression expression)
    {
        Path(source, PlanRowParts.Columns(expression));
        foreach (int aggregate in PlanRowParts.Tests(expression).SelectMany(t => PlanParts.Leaves(t.Set)))
            Aggregate(aggregate);
    }

    private void Key(PlanKey key)
    {
        if (key is PlanSourceKey rows)
            Selection(rows.Selection);
        foreach (var path in key.Paths)
            Path(path.Source, [path.Column]);
    }

    private void Path(SourceSymbol source, IEnumerable<RowColumn> columns)
    {
        Sources.Add(source);
        foreach (var column in columns)
        {
            Sources.UnionWith(column.References.Select(r => r.Column.References!));
            foreach (var derived in plan.Derived.Where(d => ReferenceEquals(d.Column, column.Column)))
                Derive(derived);
        }
    }

    private void Derive(PlanDerived derived)
    {
        if (!Derived.Add(derived.Id))
            return;
        foreach (int selection in derived.Derivation.Selections)
            Selection(selection);
        foreach (var (source, column) in derived.Derivation.Inputs(plan.Selections))
            Path(source, [column]);
    }
}
