using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Walks formulas before anything is computed and collects what the database is to be asked: each thing once, for all its stretches of time.</summary>
internal sealed class SqlNeeds(Leaves leaves, Clock clock)
{
    private readonly HashSet<(Formula, Context)> walked = new(FormulaIdentity<Context>.Instance);

    /// <summary>Aggregates by scope and aggregate: how they are read, and over which stretches.</summary>
    public Dictionary<(Scope Scope, Aggregate Aggregate), (HashSet<(AggregateKind, double)> Kinds, HashSet<Stretch> Stretches)> Readings { get; } = [];

    public Dictionary<(Scope Scope, SetFormula Set), HashSet<Stretch>> Sizes { get; } = [];

    /// <summary>Sets whose members are the entities of a number.</summary>
    public Dictionary<(Scope Scope, SetFormula Set), HashSet<Stretch>> Keys { get; } = [];

    /// <summary>Numbers over entities, by the identity of their formulas.</summary>
    public Dictionary<Scope, Dictionary<Formula, HashSet<Stretch>>> Entities { get; } = [];

    /// <summary>Whose groups are looked for, and where.</summary>
    public Dictionary<(GroupScope Scope, string Source, string? Time), (Selection Rows, HashSet<Stretch> Stretches)> Groups { get; } = [];

    public void Of(Formula formula, Context context)
    {
        NeedGroups(formula, context);
        Walk(formula, context);
    }

    private void Walk(Formula formula, Context context)
    {
        if (!walked.Add((formula, context)))
            return;
        switch (formula)
        {
            case ReadingFormula f:
                Read(f.Aggregate, f.Kind, f.Parameter, f.Window, context);
                break;
            case ShareFormula f:
                Read(f.Hits, AggregateKind.Count, 0, f.Window, context);
                Read(f.Among, AggregateKind.Count, 0, f.Window, context);
                break;
            case SizeFormula f:
                Stretches(Sizes, (context.Scope, f.Set)).Add(context.Period);
                break;
            case PerFormula or SharePerFormula:
                if (!Entities.TryGetValue(context.Scope, out var formulas))
                    Entities.Add(context.Scope, formulas = new(ReferenceEqualityComparer.Instance));
                Stretches(formulas, formula).Add(context.Period);
                if (formula is PerFormula { Key: SetKey key })
                    Stretches(Keys, (context.Scope, key.Set)).Add(context.Period);
                else if (formula is SharePerFormula { Key: SetKey of })
                    Stretches(Keys, (context.Scope, of.Set)).Add(context.Period);
                break;
            case EachFormula f:
                foreach (var unit in leaves.UnitsOf(f, context.Period))
                    Of(f.Operand, context.At(unit));
                break;
            default:
                foreach (var operand in formula.Operands())
                    Walk(operand, context);
                break;
        }
    }

    private void Read(Aggregate aggregate, AggregateKind kind, double parameter, Window window, Context context)
    {
        if (!clock.Resolve(window, context.Period).TryGet(out var stretch, out _))
            return;
        if (!Readings.TryGetValue((context.Scope, aggregate), out var need))
            Readings.Add((context.Scope, aggregate), need = ([], []));
        need.Kinds.Add((kind == AggregateKind.Avg ? AggregateKind.Sum : kind, parameter));
        need.Stretches.Add(stretch);
    }

    // Which groups there are, and whether a source has a row of a group yet.
    private void NeedGroups(Formula formula, Context context)
    {
        if (context.Scope.Breakdown is not { } groups)
            return;
        foreach (var leaf in leaves.All(formula, context.Period))
        {
            NeedGroups(groups, leaf);
            NeedGroups(groups, leaf.BegunByTheEnd());
        }
    }

    private void NeedGroups(GroupScope groups, Leaf leaf)
    {
        var key = (groups, leaf.Rows.Source, leaf.Rows.Time?.ToString());
        if (!Groups.TryGetValue(key, out var need))
            Groups.Add(key, need = (leaf.Rows, []));
        need.Stretches.Add(leaf.Stretch);
    }

    private static HashSet<Stretch> Stretches<T>(Dictionary<T, HashSet<Stretch>> all, T key)
        where T : notnull
    {
        if (!all.TryGetValue(key, out var stretches))
            all.Add(key, stretches = []);
        return stretches;
    }
}
