using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Scan;

// 1. An aggregate is tallied once for a scope, over all stretches that are asked for: they share its buckets.
// 2. An aggregate whose filters or value test sets depends on the stretch besides: it is tallied once for each.
// 3. So is one over rows that are read as a state: a row lives at several instants, and lies in one bucket only.
// 4. The sets are themselves tallied; so there are rounds. A round reads each table at most once. All that tests no set is in the first.

/// <summary>All that one evaluation asks of the tables.</summary>
internal sealed class TallyBook(BoundData data, Func<Stretch, Cut> cutOf)
{
    private readonly Dictionary<(Aggregate, Scope, Stretch?), Tally> tallies = [];
    private readonly Dictionary<Aggregate, int> rounds = [];

    /// <summary>Asks for an aggregate over a stretch; true when that is new.</summary>
    public bool Need(Aggregate aggregate, Scope scope, Stretch stretch)
    {
        var key = KeyOf(aggregate, scope, stretch);
        var isNew = !tallies.TryGetValue(key, out var tally);
        if (isNew)
        {
            var table = data[aggregate.Rows.Source];
            scope.Prepare(table, table.OtherTime(aggregate.Rows));
            tallies.Add(key, tally = new Tally(aggregate, scope, table));
        }

        tally!.Need(cutOf(stretch));
        return isNew;
    }

    /// <summary>An aggregate that was asked for, and where it keeps what the stretch needs.</summary>
    public (Tally Tally, SlotRuns Runs) Find(Aggregate aggregate, Scope scope, Stretch stretch) =>
        tallies.TryGetValue(KeyOf(aggregate, scope, stretch), out var tally)
            ? (tally, tally.RunsOf(cutOf(stretch)))
            : throw new InvalidOperationException($"An aggregate over `{aggregate.Rows.Source}` was not asked for over {stretch}.");

    /// <summary>Reads the tables.</summary>
    /// <param name="threads">The most threads at once.</param>
    /// <param name="sets">The sets that a tally's filters and value test, from the rounds before; sets the tally's failure if one has no stretch.</param>
    /// <param name="cancellation">Asked before each block.</param>
    public void Run(int threads, Action<Tally, Stretch> sets, CancellationToken cancellation)
    {
        foreach (var round in tallies.GroupBy(t => RoundOf(t.Key.Item1)).OrderBy(g => g.Key))
        {
            foreach (var ((_, _, stretch), tally) in round)
            {
                if (stretch is not null)
                    sets(tally, stretch);
            }

            foreach (var table in round.Select(t => t.Value).Where(t => t.Failure is null).GroupBy(t => t.Table))
                TableScan.Run(table.Key, data, [.. table], threads, cancellation);
        }
    }

    private (Aggregate, Scope, Stretch?) KeyOf(Aggregate aggregate, Scope scope, Stretch stretch) =>
        (aggregate, scope, RoundOf(aggregate) == 0 && !aggregate.Rows.IsState ? null : stretch);

    private int RoundOf(Aggregate aggregate)
    {
        if (rounds.TryGetValue(aggregate, out var round))
            return round;
        foreach (var reading in aggregate.Tests.SelectMany(t => t.Set.Readings()))
            round = Math.Max(round, RoundOf(reading.Aggregate) + 1);
        rounds.Add(aggregate, round);
        return round;
    }
}
