using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>One aggregate for the members of one scope, over all stretches that are asked for.</summary>
/// <param name="aggregate">What is computed.</param>
/// <param name="scope">For whom.</param>
/// <param name="table">The aggregate's source.</param>
internal sealed class Tally(Aggregate aggregate, Scope scope, SourceTable table)
{
    private const int ManyMembers = 4096;

    private readonly HashSet<Cut> cuts = [];
    private Buckets? buckets;
    private TallyState? state;

    public Aggregate Aggregate => aggregate;

    public Scope Scope => scope;

    public SourceTable Table => table;

    /// <summary>The sets that the filters test, by filter; null when they test none.</summary>
    public IReadOnlyDictionary<Filter, IReadOnlyList<MemberTest>>? Tests { get; set; }

    /// <summary>The sets that the value tests; empty for none.</summary>
    public IReadOnlyList<MemberTest> ValueTests { get; set; } = [];

    /// <summary>Why there is nothing to count: a tested set has no stretch.</summary>
    public Reason? Failure { get; set; }

    /// <summary>The instant at which rows must live to count; null when the rows are no states. Such a tally is of one stretch.</summary>
    public long? LivesAt { get; private set; }

    public Buckets Buckets => buckets ??= new Buckets(aggregate.Rows.Time is null ? null : cuts);

    /// <summary>What was found; after the table is read.</summary>
    public TallyState State
    {
        get => state ?? throw new InvalidOperationException($"The table `{table.Name}` has not been read yet.");
        set => state = value;
    }

    /// <summary>Whether slots are numbered bucket after bucket: of very many members whose slots are read one by one.</summary>
    public bool IsByBucket => scope.Count > ManyMembers && (aggregate.State is AggregateState.Rows or AggregateState.Sum or AggregateState.Extent);

    /// <summary>Where a stretch is kept.</summary>
    public SlotRuns RunsOf(Cut cut) => Buckets.RunsOf(cut) with { Members = IsByBucket ? scope.Count : 0 };

    /// <summary>Asks for a stretch of time.</summary>
    public void Need(Cut cut)
    {
        if (buckets is not null)
            throw new InvalidOperationException($"`{table.Name}` has been read already.");
        if (aggregate.Rows.IsState)
            LivesAt = cut.End;
        cuts.Add(cut);
    }

    /// <summary>An empty state with a slot for each bucket of each member.</summary>
    public TallyState NewState(StateForm form)
    {
        var slots = (long)Buckets.Count * scope.Count;
        return slots <= Array.MaxLength
            ? form.NewState((int)slots)
            : throw new InvalidOperationException($"{scope.Count} members over {Buckets.Count} stretches of `{table.Name}` are more than can be held at once.");
    }
}
