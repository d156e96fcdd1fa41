using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Reads what the database has found. A stretch or group without a row in its answer has no rows.</summary>
internal sealed class SqlReadings(SqlSession session, SetFailures failures) : IReadings
{
    public Cell[] Read(Aggregate aggregate, AggregateKind kind, double parameter, Stretch stretch, Scope scope)
    {
        var cells = new Cell[scope.Count];
        if (failures.Of(aggregate, stretch) is { } failure)
        {
            Array.Fill(cells, Cell.None(failure));
            return cells;
        }

        var (reading, answers) = session.Find(scope, aggregate);
        for (int code = 0; code < cells.Length; code++)
            cells[code] = SqlCells.Read(answers.Find(stretch, code), reading, aggregate.State, kind, parameter);
        return cells;
    }

    public long[]? Count(Aggregate aggregate, Stretch stretch, Scope scope)
    {
        if (failures.Of(aggregate, stretch) is not null)
            return null;
        var (reading, answers) = session.Find(scope, aggregate);
        // Of distinct values those count that differ.
        var column = aggregate.State == AggregateState.Distinct && reading.Values.TryGetValue((Compiler.Binding.Model.AggregateKind.Distinct, null), out var distinct)
            ? distinct
            : reading.Count;
        var counts = new long[scope.Count];
        for (int code = 0; code < counts.Length; code++)
            counts[code] = answers.Find(stretch, code) is { } row && !SqlCells.IsOverflown(row, reading) ? SqlCells.CountOf(row, column) : 0;
        return counts;
    }

    public Outcome<long?[]> Sizes(SetFormula set, Context context)
    {
        if (failures.Of(set, context.Period) is { } failure)
            return new(failure);
        var answers = session.Sizes(context.Scope, set);
        var counts = new long?[context.Scope.Count];
        for (int code = 0; code < counts.Length; code++)
            counts[code] = session.IsDoubtful(set, context.Period, context.Scope, code) ? null : answers.Find(context.Period, code) is { } row ? (long)row[^1]! : 0;
        return new(counts);
    }

    public bool[] HasRows(Leaf leaf, GroupScope groups)
    {
        var answers = session.Groups(groups, leaf);
        var found = new bool[groups.Count];
        for (int code = 0; code < found.Length; code++)
            found[code] = answers.Find(leaf.Stretch, code) is not null;
        return found;
    }
}
