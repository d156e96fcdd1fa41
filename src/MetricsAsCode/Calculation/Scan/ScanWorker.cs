using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>One thread's part of a pass over a table: its own lanes and states.</summary>
internal sealed class ScanWorker
{
    private readonly SourceTable table;
    private readonly BoundData data;
    private readonly IReadOnlyDictionary<string, TimeBoundsOf> bounds;
    private readonly Dictionary<object, Lane> byKey = [];
    private readonly LinkedCells linked = new();
    private readonly List<Part> parts = [];

    public ScanWorker(SourceTable table, BoundData data, IReadOnlyList<(Tally Tally, StateForm Form)> tallies, IReadOnlyDictionary<string, TimeBoundsOf> bounds)
    {
        (this.table, this.data, this.bounds) = (table, data, bounds);
        foreach (var (tally, form) in tallies)
            parts.Add(new Part(tally.NewState(form), SelectionOf(tally), SlotsOf(tally), ValuesOf(form, tally)));
    }

    /// <summary>The state of each tally, in the order given.</summary>
    public IEnumerable<TallyState> States => parts.Select(p => p.State);

    /// <summary>Reads rows, block by block, as long as there are shares left.</summary>
    public void Run(RowQueue queue, CancellationToken cancellation)
    {
        while (queue.TryTake(out var from, out var to))
            Run(from, to, cancellation);
    }

    private void Run(int from, int to, CancellationToken cancellation)
    {
        for (var start = from; start < to; start += Lane.BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = new Block(table, [], start, Math.Min(start + Lane.BlockRows, to), linked);
            foreach (var part in parts)
                part.Add(block);
        }
    }

    private SelectionLane SelectionOf(Tally tally)
    {
        var filters = tally.Aggregate.Rows.Filters.Select(f => FilterOf(f, tally)).ToArray();
        var living = tally.LivesAt is not { } instant ? null : Shared(
            ("living", tally.Aggregate.Rows.Time!.ToString(), instant),
            () => new LivingLane(table, tally.Aggregate.Rows.Time!, instant, data.Calendar));
        return Shared((tally.Aggregate.Rows, tally.Tests, tally.LivesAt), () => new SelectionLane(filters, living));
    }

    // A filter that tests sets is computed for each stretch that it is asked for.
    private FilterLane FilterOf(Filter filter, Tally tally)
    {
        var tests = filter.Tests.Count == 0 ? [] : tally.Tests![filter];
        return Shared(filter.Tests.Count == 0 ? filter : (filter, tests), () => new FilterLane(filter, tests));
    }

    private SlotLane SlotsOf(Tally tally)
    {
        var (buckets, scope) = (tally.Buckets, tally.Scope);
        var at = table.OtherTime(tally.Aggregate.Rows);
        var codes = scope.CodesFor(table, at) is { } rowCodes ? Shared((scope, at?.ToString()), () => new CodeLane(rowCodes)) : null;
        if (tally.Aggregate.Rows.Time is not { } time)
            return Shared(("static", scope), () => new SlotLane(null, codes, scope.Count, [], 1, false));
        var column = time.ToString();
        var times = Shared(("time", column), () => new TimeLane(data.TimeOf(table.Name, time), data.TimeOf(table.Name, time).BoundsOf(bounds[column].Instants)));
        var wanted = buckets.Within(bounds[column]);
        return Shared((column, scope, at?.ToString(), tally.IsByBucket, string.Join(' ', wanted)), () => new SlotLane(times, codes, scope.Count, wanted, buckets.Count, tally.IsByBucket));
    }

    // So is a value that tests sets.
    private ValueLane? ValuesOf(StateForm form, Tally tally) => form.NewLane is not { } newLane ? null
        : Shared(tally.ValueTests.Count == 0 ? form.LaneKey! : (form.LaneKey, tally.ValueTests), () => newLane(tally.ValueTests));

    private TLane Shared<TLane>(object key, Func<TLane> make)
        where TLane : Lane
    {
        if (byKey.TryGetValue((typeof(TLane), key), out var known))
            return (TLane)known;
        var lane = make();
        byKey.Add((typeof(TLane), key), lane);
        return lane;
    }

    private sealed record Part(TallyState State, SelectionLane Selection, SlotLane Slots, ValueLane? Values)
    {
        // What is not asked for is not computed: rows outside of all stretches, values of rows that no filter lets through.
        public void Add(Block block)
        {
            Slots.Fill(block);
            if (Slots.Single == SlotLane.None)
                return;
            Selection.Fill(block);
            if (Selection.IsEmpty)
                return;
            Values?.Fill(block);
            var words = (block.To - block.From + 63) >> 6;
            State.Add(new TallyBlock(block.From, Slots, Selection.Hits.AsSpan(0, words), Selection.IsDoubtful ? Selection.Failed.AsSpan(0, words) : []), Values);
        }
    }
}
