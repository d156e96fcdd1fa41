using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Numbers over entities as the database has computed them.</summary>
internal sealed class SqlEntityEvaluator(CellEvaluator cells, SqlSession session, SetFailures failures, Leaves leaves, Clock clock) : EntityEvaluator(cells, leaves, clock)
{
    private readonly CellEvaluator cells = cells;
    private readonly Clock clock = clock;

    protected override PerResult OverEntities(PerFormula per, Context context)
    {
        if (FailureOf(per.Key, context) is { } none)
            return Nothing(none, context);
        var (query, answers) = session.Find(context.Scope, per);
        int count = context.Scope.Count;
        var (values, sums) = (new Cell[count], new Cell[count]);
        var (known, leftOut) = (new long[count], new long[count]);
        for (int code = 0; code < count; code++)
        {
            var row = answers.Find(context.Period, code);
            known[code] = row is null ? 0 : SqlCells.CountOf(row, query.Known);
            leftOut[code] = row is null ? 0 : SqlCells.CountOf(row, query.Entities) - known[code];
            var value = ValueOf(row, per.Kind, query, known[code]);
            sums[code] = value;
            values[code] = Finished(per.Kind, value, known[code]);
        }

        WithoutGroupsToCome(per.Kind, values, known, per, context);
        return Without(UnknownIn(per.Key, context), per.Kind == AggregateKind.Avg
            ? new PerResult(values, known, leftOut, sums, Array.ConvertAll(known, static n => Cell.Of(n)))
            : new PerResult(values, known, leftOut));
    }

    protected override PerResult ShareOfEntities(SharePerFormula per, Context context)
    {
        if (FailureOf(per.Key, context) is { } none)
            return Nothing(none, context);
        var (query, answers) = session.Find(context.Scope, per);
        int count = context.Scope.Count;
        var (all, hits, shares) = (new long[count], new Cell[count], new Cell[count]);
        for (int code = 0; code < count; code++)
        {
            var row = answers.Find(context.Period, code);
            all[code] = row is null ? 0 : SqlCells.CountOf(row, query.Entities);
            hits[code] = Cell.Of(row is null ? 0 : SqlCells.CountOf(row, query.Known));
            shares[code] = cells.ShareOf(hits[code], Cell.Of(all[code]));
        }

        return Without(UnknownIn(per.Key, context), new PerResult(shares, all, new long[count], hits, Array.ConvertAll(all, static n => Cell.Of(n))));
    }

    private Reason? FailureOf(EntityKey key, Context context) => key switch
    {
        SourceKey source => clock.Resolve(source.Window, context.Period).Reason,
        SetKey set => failures.Of(set.Set, context.Period),
        _ => null,
    };

    private bool[]? UnknownIn(EntityKey key, Context context) => key is SetKey { Set: var set }
        ? [.. Enumerable.Range(0, context.Scope.Count).Select(code => session.IsDoubtful(set, context.Period, context.Scope, code))]
        : null;

    // The one aggregate besides the counts; of an average the sum.
    private static Cell ValueOf(IReadOnlyList<object?>? row, AggregateKind kind, SqlPerQuery query, long known)
    {
        if (query.Value is not { } column || kind == AggregateKind.Count)
            return Cell.Of(known);
        bool isSum = kind is AggregateKind.Sum or AggregateKind.Avg;
        if (row is null || known == 0)
            return isSum || kind == AggregateKind.Distinct ? Cell.Of(0L) : Cell.None(Reason.NoRows);
        // What numbers make each of which is exact is exact.
        if (query is { ExactKnown: { } exactKnown, Exactly: { } exactly } && SqlCells.CountOf(row, exactKnown) == known)
            return row[exactly.Index] is { } made ? SqlCells.Of(made, exactly) : Cell.None(Reason.Overflow);
        return row[column.Index] is { } value ? SqlCells.Of(value, column) : Cell.None(Reason.Overflow);
    }

    private static Cell Finished(AggregateKind kind, in Cell value, long known) => kind switch
    {
        AggregateKind.Avg when known == 0 => Cell.None(Reason.NoRows),
        AggregateKind.Avg => SqlCells.Mean(value, known),
        AggregateKind.StdDev when known == 1 => Cell.None(Reason.TooFewRows),
        _ => value,
    };
}
