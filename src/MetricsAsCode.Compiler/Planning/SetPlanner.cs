using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Turns a set into readings of distinct values, its windows pushed down to them.</summary>
internal sealed class SetPlanner(RowPlanner rows, PlanTables tables, EquatableArray<PlanStep> steps) : EntitySetVisitor<PlanSet>
{
    protected override PlanSet OfRows(SetOfRows node) =>
        new PlanSetReading(tables.Aggregate(rows.Select(node.Rows), PlanState.Distinct, rows.Value(node.Rows, node.Element)), rows.Steps(steps, node.Rows), node.Entity);

    protected override PlanSet Combination(SetCombination node) => new PlanSetCombination(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override PlanSet Window(SetWindow node) => new SetPlanner(rows, tables, steps.Add(new PlanWindow(node.Window))).Visit(node.Set);
}
