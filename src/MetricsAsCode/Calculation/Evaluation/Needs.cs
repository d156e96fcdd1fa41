using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Walks formulas before anything is computed and asks the tables for all that <see cref="CellEvaluator"/> is going to read.</summary>
internal sealed class Needs(TallyBook book, ScopeSpace scopes, Leaves leaves, Clock clock, RowCounts counts)
{
    private readonly HashSet<(Formula, Context)> walked = new(FormulaIdentity<Context>.Instance);

    public void Of(Formula formula, Context context)
    {
        NeedGroups(leaves.All(formula, context.Period), context.Scope);
        Walk(formula, context);
    }

    private void Walk(Formula formula, Context context)
    {
        if (!walked.Add((formula, context)))
            return;
        switch (formula)
        {
            case ReadingFormula f: Read(f.Aggregate, f.Window, context); break;
            case ShareFormula f: Read(f.Hits, f.Window, context); Read(f.Among, f.Window, context); break;
            case SizeFormula f: Read(f.Set, context); break;
            case PerFormula f: Per(f.Operand, f.Key, context); break;
            case SharePerFormula f: Per(f.Condition, f.Key, context); break;
            case EachFormula f: Each(f, context); break;
            default:
                foreach (var operand in formula.Operands())
                    Walk(operand, context);
                break;
        }
    }

    private void Each(EachFormula each, Context context)
    {
        foreach (var unit in leaves.UnitsOf(each, context.Period))
            Of(each.Operand, context.At(unit));
    }

    private void Per(Formula operand, EntityKey key, Context context)
    {
        var inner = scopes.Per(context.Scope, key);
        Walk(operand, context.For(inner));
        if (key is SetKey set)
            Read(set.Set, context);
        foreach (var leaf in key is ColumnKey ? leaves.OfAggregates(operand, context.Period) : key is SourceKey ? leaves.Of(key, context.Period) : [])
            Need(counts.Of(leaf.Rows), context.At(leaf.Stretch).For(inner));
    }

    private void Read(SetFormula set, Context context)
    {
        foreach (var reading in set.Readings())
            Read(reading.Aggregate, reading.Window, context);
    }

    private void Read(Aggregate aggregate, Window window, Context context)
    {
        if (clock.Resolve(window, context.Period).TryGet(out var stretch, out _))
            Need(aggregate, context.At(stretch));
    }

    // A set inside a condition or value is that of all rows, whichever group or entity the row belongs to.
    private void Need(Aggregate aggregate, Context context)
    {
        counts.Know(aggregate);
        if (!book.Need(aggregate, context.Scope, context.Period))
            return;
        foreach (var test in aggregate.Tests)
            Read(test.Set, context.For(scopes.Whole));
    }

    // Which groups there are, and whether a source has a row of a group yet.
    private void NeedGroups(IEnumerable<Leaf> all, Scope scope)
    {
        if (scope.Breakdown is not { } groups)
            return;
        foreach (var leaf in all)
        {
            book.Need(counts.Unfiltered(leaf.Rows), groups, leaf.Stretch);
            book.Need(counts.Unfiltered(leaf.Rows.Begun), groups, leaf.BegunByTheEnd().Stretch);
        }
    }
}
