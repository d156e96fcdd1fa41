namespace MetricsAsCode.Calculation.Binding;

/// <summary>Finds the columns by whose values entities are told apart: those counted as distinct, held in sets, tested against sets, and keys of <c>per</c>.</summary>
internal sealed class EntityColumns : FormulaWalker
{
    private readonly List<(string Source, ColumnPath Path)> found = [];

    public static IReadOnlyList<(string Source, ColumnPath Path)> Of(CalculatorPlan plan)
    {
        var columns = new EntityColumns();
        foreach (var formula in plan.Metrics.SelectMany(m => m.Formulas))
            columns.Walk(formula);
        columns.found.AddRange(plan.Derived.SelectMany(d => d.Entities));
        return columns.found;
    }

    protected override void OnAggregate(Aggregate aggregate)
    {
        if (aggregate is { State: AggregateState.Distinct, Value: ColumnValue { Path: var path } })
            found.Add((aggregate.Rows.Source, path));
    }

    protected override void OnKey(EntityKey key) => found.AddRange(key.Paths.Select(p => (p.Key, p.Value)));

    protected override void OnTest(string source, SetTest test) => found.Add((source, test.Operand));
}
