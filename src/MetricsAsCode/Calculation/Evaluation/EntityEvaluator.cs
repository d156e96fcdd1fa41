using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Aggregates of formulas over the entities of a key and over the units of a stretch, for each member of a scope.</summary>
internal sealed class EntityEvaluator(CellEvaluator cells, EntityRows entities, CellAggregation aggregation, GroupRows groups, Leaves leaves, Clock clock)
{
    private readonly Dictionary<(Formula, Context), PerResult> known = new(FormulaIdentity.Instance);

    /// <summary>Entities whose measure has no value are left out and counted.</summary>
    public PerResult Per(PerFormula per, Context context) => Once(per, context, () =>
    {
        if (!entities.Of(per.Key, per.Operand, context).TryGet(out var exists, out var none))
            return Nothing(none, context);
        var inner = entities.ScopeOf(per.Key, context.Scope);
        var operand = cells.Of(per.Operand, context.For(inner));
        var parts = Gather(operand, exists, inner, context.Scope.Count);
        var leftOut = new long[parts.Length];
        for (var code = 0; code < exists.Length; code++)
            leftOut[inner.ParentOf(code)] += exists[code] && !operand[code].HasValue ? 1 : 0;
        var result = Aggregate(per.Kind, per.Parameter, parts, per, context) with { LeftOut = leftOut };
        return per.Kind != AggregateKind.Avg ? result : result with
        {
            Numerator = Array.ConvertAll(parts, part => aggregation.Of(AggregateKind.Sum, 0, part)),
            Denominator = Array.ConvertAll(parts, static part => Cell.Of(part.Length)),
        };
    });

    /// <summary>An entity whose condition is unknown counts as one for which it is not true.</summary>
    public PerResult SharePer(SharePerFormula per, Context context) => Once(per, context, () =>
    {
        if (!entities.Of(per.Key, per.Condition, context).TryGet(out var exists, out var none))
            return Nothing(none, context);
        var inner = entities.ScopeOf(per.Key, context.Scope);
        var condition = cells.Of(per.Condition, context.For(inner));
        var (all, hits) = (new long[context.Scope.Count], new long[context.Scope.Count]);
        for (var code = 0; code < exists.Length; code++)
        {
            all[inner.ParentOf(code)] += exists[code] ? 1 : 0;
            hits[inner.ParentOf(code)] += exists[code] && condition[code].IsTrue ? 1 : 0;
        }

        var (numerator, denominator) = (Array.ConvertAll(hits, static n => Cell.Of(n)), Array.ConvertAll(all, static n => Cell.Of(n)));
        var shares = new Cell[all.Length];
        for (var code = 0; code < shares.Length; code++)
            shares[code] = cells.ShareOf(numerator[code], denominator[code]);
        return new PerResult(shares, all, new long[all.Length], numerator, denominator);
    });

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

    private PerResult Aggregate(AggregateKind kind, double parameter, Cell[][] parts, Formula formula, Context context)
    {
        var values = Array.ConvertAll(parts, part => aggregation.Of(kind, parameter, part));
        var hasRows = kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct
            ? groups.UpToTheEnd(leaves.All(formula, context.Period), context.Scope)
            : null;
        for (var code = 0; hasRows is not null && code < values.Length; code++)
        {
            if (parts[code].Length == 0 && !hasRows[code])
                values[code] = Cell.None(Reason.NoRowsYet);
        }

        return new PerResult(values, Array.ConvertAll(parts, static part => part.LongLength), new long[values.Length]);
    }

    // The known cells of the entities of each outer member.
    private static Cell[][] Gather(Cell[] cells, bool[] exists, Scope inner, int outer)
    {
        var sizes = new int[outer];
        for (var code = 0; code < cells.Length; code++)
            sizes[inner.ParentOf(code)] += exists[code] && cells[code].HasValue ? 1 : 0;
        var parts = Array.ConvertAll(sizes, static size => new Cell[size]);
        for (var code = 0; code < cells.Length; code++)
        {
            if (exists[code] && cells[code].HasValue)
                parts[inner.ParentOf(code)][--sizes[inner.ParentOf(code)]] = cells[code];
        }

        return parts;
    }

    private PerResult Once(Formula formula, Context context, Func<PerResult> compute)
    {
        if (!known.TryGetValue((formula, context), out var result))
            known.Add((formula, context), result = compute());
        return result;
    }

    private static PerResult Nothing(Reason reason, Context context)
    {
        var values = new Cell[context.Scope.Count];
        Array.Fill(values, Cell.None(reason));
        return new PerResult(values, null, new long[values.Length]);
    }
}
