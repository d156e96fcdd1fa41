using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Aggregates of formulas over the entities of a key and over the units of a stretch, for each member of a scope.</summary>
internal abstract class EntityEvaluator(CellEvaluator cells, Leaves leaves, Clock clock)
{
    private readonly Dictionary<(Formula, Context), PerResult> known = new(FormulaIdentity<Context>.Instance);

    /// <summary>Entities whose measure has no value are left out and counted.</summary>
    public PerResult Per(PerFormula per, Context context) => Once(per, context, () => OverEntities(per, context));

    /// <summary>An entity whose condition is unknown counts as one for which it is not true.</summary>
    public PerResult SharePer(SharePerFormula per, Context context) => Once(per, context, () => ShareOfEntities(per, context));

    /// <summary>Units without a value are left out.</summary>
    public PerResult Each(EachFormula each, Context context) => Once(each, context, () =>
    {
        if (!clock.Resolve(each.Window, context.Period).TryGet(out _, out var none))
            return Nothing(none, context);
        var units = leaves.UnitsOf(each, context.Period).Select(unit => cells.Of(each.Operand, context.At(unit))).ToArray();
        var parts = new Cell[context.Scope.Count][];
        for (var code = 0; code < parts.Length; code++)
            parts[code] = [.. units.Select(u => u[code]).Where(c => c.HasValue)];
        return Aggregate(each.Kind, each.Parameter, parts, each, context);
    });

    protected abstract PerResult OverEntities(PerFormula per, Context context);

    protected abstract PerResult ShareOfEntities(SharePerFormula per, Context context);

    protected PerResult Aggregate(AggregateKind kind, double parameter, Cell[][] parts, Formula formula, Context context)
    {
        var values = Array.ConvertAll(parts, part => cells.Aggregation.Of(kind, parameter, part));
        var sizes = Array.ConvertAll(parts, static part => part.LongLength);
        WithoutGroupsToCome(kind, values, sizes, formula, context);
        return new PerResult(values, sizes, new long[values.Length]);
    }

    /// <summary>0 of nothing is no value in a group of which the sources have no row yet.</summary>
    protected void WithoutGroupsToCome(AggregateKind kind, Cell[] values, long[] sizes, Formula formula, Context context)
    {
        if (kind is not (AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct)
            || cells.Groups.UpToTheEnd(leaves.All(formula, context.Period), context.Scope) is not { } hasRows)
            return;
        for (var code = 0; code < values.Length; code++)
        {
            if (sizes[code] == 0 && !hasRows[code])
                values[code] = Cell.None(Reason.NoRowsYet);
        }
    }

    private PerResult Once(Formula formula, Context context, Func<PerResult> compute)
    {
        if (!known.TryGetValue((formula, context), out var result))
            known.Add((formula, context), result = compute());
        return result;
    }

    /// <summary>The same without values where the entities cannot be told, because a filter of their set overflows.</summary>
    protected static PerResult Without(bool[]? unknown, PerResult result)
    {
        for (var code = 0; unknown is not null && code < unknown.Length; code++)
        {
            if (!unknown[code])
                continue;
            (result.Cells[code], result.N![code], result.LeftOut[code]) = (Cell.None(Reason.Overflow), 0, 0);
            if (result is { Numerator: { } numerator, Denominator: { } denominator })
                (numerator[code], denominator[code]) = (Cell.None(Reason.Overflow), Cell.None(Reason.Overflow));
        }

        return result;
    }

    protected static PerResult Nothing(Reason reason, Context context)
    {
        var values = new Cell[context.Scope.Count];
        Array.Fill(values, Cell.None(reason));
        return new PerResult(values, null, new long[values.Length]);
    }
}
