using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Reads what was tallied.</summary>
internal sealed class TallyReadings(TallyBook book, SetEvaluator sets, RowCounts counts) : IReadings
{
    public Cell[] Read(Aggregate aggregate, AggregateKind kind, double parameter, Stretch stretch, Scope scope)
    {
        var (tally, runs) = book.Find(aggregate, scope, stretch);
        var cells = new Cell[scope.Count];
        if (tally.Failure is { } failure)
            Array.Fill(cells, Cell.None(failure));
        else
            tally.State.Read(kind, parameter, runs, cells);
        return cells;
    }

    public ExactNumbers? ReadExact(Aggregate aggregate, AggregateKind kind, Stretch stretch, Scope scope)
    {
        var (tally, runs) = book.Find(aggregate, scope, stretch);
        return tally.Failure is null && tally.State.TryRead(kind, runs, scope.Count, out var numbers) ? numbers : null;
    }

    public long[]? Count(Aggregate aggregate, Stretch stretch, Scope scope)
    {
        var (tally, runs) = book.Find(aggregate, scope, stretch);
        if (tally.Failure is not null)
            return null;
        var found = new long[scope.Count];
        tally.State.Count(runs, found);
        return found;
    }

    public Outcome<long?[]> Sizes(SetFormula set, Context context) =>
        sets.Of(set, context).TryGet(out var members, out var none) ? new(Array.ConvertAll(members, static m => (long?)m?.Count)) : new(none);

    public bool[] HasRows(Leaf leaf, GroupScope groups) =>
        Array.ConvertAll(Count(counts.Unfiltered(leaf.Rows), leaf.Stretch, groups)!, static count => count > 0);
}
