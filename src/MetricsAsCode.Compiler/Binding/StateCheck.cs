using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

// A `let` may name rows with a lifetime and leave to its users which instant is meant. So what follows can be said of whole formulas only:
// 1. rows with a lifetime, and without a time of their own, are read at an instant or dated;
// 2. who follows a reference to rows with a lifetime has a time;
// 3. rows that stand for a whole month are not asked for days or weeks;
// 4. a set in a condition of rows at an instant is not moved from there.

/// <summary>Whether a formula says at which time its rows are read.</summary>
internal sealed class StateCheck : MeasureRewriter
{
    private readonly List<(SourceSymbol Source, Func<Location, Diagnostic> Finding)> found = [];
    private readonly HashSet<MetricSymbol> metrics = [];
    private Grain? unit;
    private bool isMoved;

    /// <summary>Whether nothing is wrong; it is reported when something is, at the first name that leads to the rows.</summary>
    public static bool Fits(Measure body, ExpressionSyntax written, Scope scope)
    {
        var pass = new StateCheck();
        pass.Rewrite(body);
        foreach (var (source, finding) in pass.found)
        {
            var name = ExpressionPaths.In(written).FirstOrDefault(p => Leads(p, source, scope));
            scope.Report(finding(name is null ? scope.At(written) : scope.At(name)));
        }

        return pass.found.Count == 0;
    }

    /// <summary>The first source of a metric whose rows stand for a longer time than the unit it is asked for; null when there is none.</summary>
    public static SourceSymbol? CoarserThan(Grain unit, MetricSymbol metric)
    {
        var pass = new StateCheck { unit = unit };
        pass.RewriteMetric(new MetricMeasure(metric));
        return pass.found.Select(f => f.Source).FirstOrDefault(s => unit < s.RowGrain);
    }

    protected override BoundRows RewriteRows(BoundRows rows)
    {
        Check(rows);
        foreach (var condition in rows.Conditions)
        {
            Check(rows, condition);
        }

        return rows;
    }

    private void Check(BoundRows rows, RowExpression expression)
    {
        foreach (var part in expression.SelfAndDescendants())
        {
            switch (part)
            {
                case RowInSet member:
                    CheckColumn(rows, member.Operand);
                    CheckMoved(rows, member.Set);
                    RewriteSet(member.Set);
                    break;
                case RowColumn column:
                    CheckColumn(rows, column);
                    break;
            }
        }
    }

    // What a metric reads is checked where it is declared, but for the units that it is asked for here.
    protected override Measure RewriteMetric(MetricMeasure measure)
    {
        if (unit is not null && metrics.Add(measure.Metric))
        {
            Rewrite(measure.Metric.Body);
        }

        return measure;
    }

    protected override void Leaf(Measure measure)
    {
        var (rows, value) = measure is AggregateMeasure aggregate ? (aggregate.Rows, aggregate.Value) : (((ShareMeasure)measure).Base, ((ShareMeasure)measure).Condition);
        if (value is not null)
        {
            Check(rows, value);
        }
    }

    protected override void Units(EachMeasure measure) => unit = measure.Grain;

    // It may lead to a longer stretch.
    protected override void Visit(WindowStep window) => isMoved = true;

    private void Check(BoundRows rows)
    {
        var source = rows.Source;
        bool isDated = rows.Steps.OfType<RowDated>().Any();
        if (source.Lifetime is not null && source.IsStatic && !isDated && !rows.IsState)
        {
            Add(source, at => StateErrors.SaysNoState(at, source.Name));
        }

        if (rows.WholeUnit is { } grain && unit < grain && !isMoved && !rows.Steps.OfType<RowWindow>().Any())
        {
            string asked = $"each {Grains.Singular(unit.Value)}";
            Add(source, at => StateErrors.IsFiner(at, source.Name, Grains.Singular(grain), asked));
        }
    }

    // An instant has no stretch before it: a set is asked for where the rows are read, or combined with them. The outermost window is the first to lead from there.
    private void CheckMoved(BoundRows rows, EntitySet set)
    {
        if (rows.IsState && FirstWindows(set).FirstOrDefault(static w => LooksBack(w.Form)) is { } moved)
        {
            Add(rows.Source, at => StateErrors.MovesFromAnInstant(at, rows.Source.Name, moved.ToString()));
        }
    }

    private static bool LooksBack(WindowForm form) =>
        form is WindowForm.Previous or WindowForm.PreviousToDate or WindowForm.SamePeriodLastYear or WindowForm.AllBefore or WindowForm.AtStart;

    private static IEnumerable<WindowStep> FirstWindows(EntitySet set) => set switch
    {
        SetWindow moved => [moved.Window],
        SetOfRows of => of.Rows.Steps.OfType<RowWindow>().Select(w => w.Window).Reverse().Take(1),
        SetCombination both => FirstWindows(both.Left).Concat(FirstWindows(both.Right)),
        _ => throw Unexpected.Node(set),
    };

    private void CheckColumn(BoundRows rows, RowColumn column)
    {
        bool hasTime = rows.Steps.OfType<RowDated>().Any();
        foreach (var reference in column.References)
        {
            hasTime |= !reference.Column.Source.IsStatic;
            if (reference.Column.References is { Lifetime: not null } target && !hasTime)
            {
                Add(rows.Source, at => StateErrors.NoTime(at, rows.Source.Name, target.Name));
                return;
            }
        }
    }

    private void Add(SourceSymbol source, Func<Location, Diagnostic> finding)
    {
        if (!found.Any(f => ReferenceEquals(f.Source, source)))
        {
            found.Add((source, finding));
        }
    }

    private static bool Leads(PathSyntax path, SourceSymbol source, Scope scope) => Names.Bind(path, scope.Silent()) switch
    {
        RowsMeaning m => ReferenceEquals(m.Rows.Source, source),
        ValuesMeaning m => ReferenceEquals(m.Rows.Source, source),
        NumberMeaning m => MeasureSources.Of(m.Measure).Contains(source),
        SetMeaning m => MeasureSources.Of(new SizeMeasure(m.Set)).Contains(source),
        _ => false,
    };
}
