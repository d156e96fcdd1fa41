namespace MetricsAsCode.Calculation.Scan;

/// <summary>Aggregates that nobody wrote: which rows there are, for the entities of a key and the groups of a breakdown.</summary>
internal sealed class RowCounts
{
    private readonly Dictionary<Selection, Aggregate> filtered = [];
    private readonly Dictionary<(string Source, string? Time), Aggregate> all = [];

    /// <summary>Takes an aggregate of the plan, in place of one more of the same.</summary>
    public void Know(Aggregate aggregate)
    {
        if (aggregate.State == AggregateState.Rows)
            filtered.TryAdd(aggregate.Rows, aggregate);
    }

    /// <summary>The count of the rows that are left after every filter.</summary>
    public Aggregate Of(Selection rows)
    {
        if (!filtered.TryGetValue(rows, out var count))
            filtered.Add(rows, count = new Aggregate(rows, AggregateState.Rows));
        return count;
    }

    /// <summary>The count of the rows before any filter.</summary>
    public Aggregate Unfiltered(Selection rows)
    {
        var key = (rows.Source, rows.Time?.ToString());
        if (!all.TryGetValue(key, out var count))
            all.Add(key, count = rows.Filters.Count == 0 ? Of(rows) : new Aggregate(new Selection(rows.Source, rows.Time), AggregateState.Rows));
        return count;
    }
}
