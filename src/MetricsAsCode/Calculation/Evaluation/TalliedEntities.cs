using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Computes formulas for every entity in process, and aggregates what it finds.</summary>
internal sealed class TalliedEntities(CellEvaluator cells, EntityRows entities, Leaves leaves, Clock clock) : EntityEvaluator(cells, leaves, clock)
{
    private readonly CellEvaluator cells = cells;

    protected override PerResult OverEntities(PerFormula per, Context context)
    {
        if (!entities.Of(per.Key, per.Operand, context).TryGet(out var found, out var none))
            return Nothing(none, context);
        var (exists, unknown) = found;
        var inner = entities.ScopeOf(per.Key, context.Scope);
        if (Exact(per.Operand, unknown, context, inner) is { } numbers)
            return ExactEntities.Aggregate(per.Kind, per.Parameter, numbers, exists) ?? OverCells(per, exists, unknown, inner, context);
        return OverCells(per, exists, unknown, inner, context);
    }

    // One number for each entity, each of which has one.
    private ExactNumbers? Exact(Formula operand, bool[]? unknown, Context context, Scope inner) =>
        operand is ReadingFormula reading && unknown is null && context.Scope.Parent is null ? cells.ReadExact(reading, context.For(inner)) : null;

    private PerResult OverCells(PerFormula per, bool[] exists, bool[]? unknown, Scope inner, Context context)
    {
        var operand = cells.Of(per.Operand, context.For(inner));
        var parts = Gather(operand, exists, inner, context.Scope.Count);
        var leftOut = new long[parts.Length];
        for (var code = 0; code < exists.Length; code++)
            leftOut[inner.ParentOf(code)] += exists[code] && !operand[code].HasValue ? 1 : 0;
        var result = Aggregate(per.Kind, per.Parameter, parts, per, context) with { LeftOut = leftOut };
        return Without(unknown, per.Kind != AggregateKind.Avg ? result : result with
        {
            Numerator = Array.ConvertAll(parts, part => cells.Aggregation.Of(AggregateKind.Sum, 0, part)),
            Denominator = Array.ConvertAll(parts, static part => Cell.Of(part.Length)),
        });
    }

    protected override PerResult ShareOfEntities(SharePerFormula per, Context context)
    {
        if (!entities.Of(per.Key, per.Condition, context).TryGet(out var found, out var none))
            return Nothing(none, context);
        var (exists, unknown) = found;
        var inner = entities.ScopeOf(per.Key, context.Scope);
        if (per.Condition is CompareFormula { Left: var left, Right: ConstantFormula { Value: { Kind: ValueKind.Exact } constant } } compare
            && Exact(left, unknown, context, inner) is { } numbers
            && ExactEntities.Count(compare.Comparison, numbers, constant.AsExact, exists) is var (hit, of))
        {
            var (upper, lower) = (Cell.Of(hit), Cell.Of(of));
            return new PerResult([cells.ShareOf(upper, lower)], [of], [0], [upper], [lower]);
        }

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
        return Without(unknown, new PerResult(shares, all, new long[all.Length], numerator, denominator));
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
}
