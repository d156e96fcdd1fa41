using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Plans rows: their filters, split at the outermost <c>and</c>s, their time, and what is asked of sets.</summary>
internal sealed class RowPlanner(PlanTables tables, RowColumn? at = null) : RowRewriter
{
    public int Select(BoundRows rows)
    {
        var dated = Of(rows);
        var filters = rows.Conditions
            .SelectMany(Conjuncts.Of)
            .Select(condition => tables.Filter(rows.Source, dated.Visit(condition)))
            .ToArray();
        return tables.Selection(rows.Source, TimeOf(rows), filters);
    }

    /// <summary>A value of the rows.</summary>
    public RowExpression? Value(BoundRows rows, RowExpression? value) => value is null ? null : Of(rows).Visit(value);

    /// <summary>The windows of the rows lead on from the steps outside; the one written last is the outermost.</summary>
    public EquatableArray<PlanStep> Steps(EquatableArray<PlanStep> outside, BoundRows rows) =>
        outside
            .AddRange(rows.Steps.OfType<RowWindow>().Reverse().Select(w => new PlanWindow(w.Window)))
            .AddRange(rows.WholeUnit is { } grain ? [new PlanWhole(grain)] : []);

    /// <summary>A value from other rows is a column that is computed before the scans.</summary>
    protected override RowExpression Derived(RowDerived node)
    {
        var column = tables.Derived(new DerivationPlanner(this).Of(node), node).Column;
        return new RowColumn(default, column, column.Type);
    }

    protected override RowExpression Extension(RowExpression node) => node switch
    {
        PlanKnown known => new PlanKnown(Visit(known.Operand)),
        _ => base.Extension(node),
    };

    // A reference to rows with a lifetime means the row that lives at the time by which the rows at hand are read.
    protected override RowExpression Column(RowColumn node) => at is not null && node.ReadsStates ? node with { At = at } : node;

    /// <summary>A set without a window is that of the rows' own stretch.</summary>
    protected override RowExpression InSet(RowInSet node) => new PlanSetTest((RowColumn)Column(node.Operand), new SetPlanner(this, tables, default).Visit(node.Set));

    private static RowColumn? TimeOf(BoundRows rows) => rows is { IsState: true, Source.Lifetime: { } life }
        ? ReferencePath.Own(life.From) with { Life = life }
        : rows.Time;

    private RowPlanner Of(BoundRows rows)
    {
        var dated = rows.Steps.OfType<RowDated>().LastOrDefault()?.Time;
        return new RowPlanner(tables, dated == ReferencePath.OfTime(rows.Source) ? null : dated);
    }
}
