using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Which members of the scope of a <c>per</c> are its entities.</summary>
internal sealed class EntityRows(TallyBook book, SetEvaluator sets, ScopeSpace scopes, Leaves leaves, Clock clock, RowCounts counts)
{
    /// <summary>The scope of the entities inside another.</summary>
    public Scope ScopeOf(EntityKey key, Scope outer) => scopes.Per(outer, key);

    /// <summary>Which there are; or the reason why the key has no stretch.</summary>
    public Outcome<ExistingEntities> Of(EntityKey key, Formula operand, Context context)
    {
        var inner = ScopeOf(key, context.Scope);
        switch (key)
        {
            case ColumnKey:
                return new(new ExistingEntities(WithRows(leaves.OfAggregates(operand, context.Period), inner), null));
            case SourceKey source:
                return clock.Resolve(source.Window, context.Period).TryGet(out _, out var none) ? new(new ExistingEntities(WithRows(leaves.Of(key, context.Period), inner), null)) : new(none);
            case SetKey set:
                return sets.Of(set.Set, context).TryGet(out var members, out var reason) ? new(InSets(members, inner)) : new(reason);
            default:
                throw new InvalidOperationException($"Unexpected key {key.GetType().Name}.");
        }
    }

    private bool[] WithRows(IEnumerable<Leaf> read, Scope inner)
    {
        var exists = new bool[inner.Count];
        foreach (var leaf in read.Distinct())
        {
            var (tally, runs) = book.Find(counts.Of(leaf.Rows), inner, leaf.Stretch);
            if (tally.Failure is not null)
                continue;
            if (tally.State.TryRead(AggregateKind.Count, runs, inner.Count, out var numbers))
            {
                for (var code = 0; code < exists.Length; code++)
                    exists[code] |= numbers.Values[code] > 0;
                continue;
            }

            var rows = new long[inner.Count];
            tally.State.Count(runs, rows);
            // An entity with a row of which a filter overflows is one whose measure does.
            for (var code = 0; code < exists.Length; code++)
                exists[code] |= rows[code] > 0 || tally.State.IsOverflown(runs, code);
        }

        return exists;
    }

    private static ExistingEntities InSets(States.Members?[] members, Scope inner)
    {
        var exists = new bool[inner.Count];
        for (var code = 0; code < exists.Length; code++)
            exists[code] = members[inner.ParentOf(code)]?.Contains(inner.EntityOf(code)) ?? false;
        return new ExistingEntities(exists, Array.Exists(members, static m => m is null) ? Array.ConvertAll(members, static m => m is null) : null);
    }
}
