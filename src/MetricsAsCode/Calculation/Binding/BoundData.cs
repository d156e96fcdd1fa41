using System.Collections.Concurrent;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>A plan's tables, linked and checked. Does not change once built, so that any number of threads can read it.</summary>
internal sealed class BoundData
{
    private readonly Dictionary<string, SourceTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Chain, Lazy<WalkedChains>> walked = [];
    private readonly ConcurrentDictionary<(string Source, string Path), TimeColumn> times = [];
    private readonly ConcurrentDictionary<(Selection, string, string, bool, string), Lazy<RowRuns>> runs = [];

    public BoundData(CalculatorPlan plan, IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions options)
    {
        Calendar = plan.Calendar;
        Threads = options.Threads;
        foreach (var source in plan.Sources)
        {
            if (!frames.TryGetValue(source.Name, out var frame))
                throw new ArgumentException($"No rows were given for source `{source.Name}`; there are rows for {string.Join(", ", frames.Keys)}.", nameof(frames));
            CheckColumns(source, frame);
            tables.Add(source.Name, new SourceTable(source, frame, this));
        }

        foreach (var table in tables.Values)
            Connect(table, options.AllowDangling);
        AsOf = options.AsOf ?? EndOfNewestDay(plan);
        Entities = new EntityDomains(this, EntityColumns.Of(plan));
        foreach (var parts in plan.Derived.OfType<ChainColumn>().GroupBy(p => p.Walks.Chain))
            walked.Add(parts.Key, WalkOf(parts.Key, parts));
        foreach (var derived in AsOf is null ? [] : plan.Derived)
            this[derived.Source].Derive(derived, this);
    }

    /// <summary>The rows of each entity in order of time, put together once for all columns of one evaluation that follow from them.</summary>
    internal RowRuns RunsOf(Selection rows, IReadOnlyList<ColumnPath> by, ColumnPath time, bool asInstants, IReadOnlyList<string> order)
    {
        var key = (rows, string.Join(' ', by), time.ToString(), asInstants, string.Join(' ', order));
        return runs.GetOrAdd(key, _ => new Lazy<RowRuns>(() =>
            RowRuns.Of(this, rows, EntityCodes.Of(this, rows.Source, by), new TimesOfRows(this, rows.Source, time, asInstants), order))).Value;
    }

    /// <summary>Lets go what is only needed while columns are computed.</summary>
    internal void ForgetRuns() => runs.Clear();

    /// <summary>The chains of a plan are walked once for all their parts.</summary>
    internal WalkedChains Walk(Chain chain) => walked[chain].Value;

    private Lazy<WalkedChains> WalkOf(Chain chain, IEnumerable<ChainColumn> parts)
    {
        var timed = parts.Select(p => p.Walks.Timed).OfType<int>().ToHashSet();
        return new Lazy<WalkedChains>(() => new WalkedChains(this, chain, timed));
    }

    public Calendar Calendar { get; }

    /// <summary>The most threads used at once.</summary>
    public int Threads { get; }

    /// <summary>How far the data count; null when there is no dated row and none was given.</summary>
    public Instant? AsOf { get; }

    public EntityDomains Entities { get; }

    public RankedColumns Ranks { get; } = new();

    public IEnumerable<SourceTable> Tables => tables.Values;

    public SourceTable this[string source] =>
        tables.TryGetValue(source, out var table) ? table : throw new InvalidOperationException($"The plan has no source `{source}`.");

    public SourceTable? Find(string source) => tables.GetValueOrDefault(source);

    /// <summary>The time of a source's rows by a path.</summary>
    public TimeColumn TimeOf(string source, ColumnPath path) => times.GetOrAdd((source, path.ToString()), _ => new TimeColumn(this[source], path, Calendar));

    /// <summary>The clock of an evaluation.</summary>
    public Clock ClockAt(Instant asOf) => new(Calendar, asOf, rows => rows.Time is { } time ? TimeOf(rows.Source, time).Oldest() : null);

    private static void CheckColumns(SourcePlan source, DataFrame frame)
    {
        foreach (var name in source.Columns)
        {
            if (!frame.TryGet(name, out _) && !frame.Absent.Contains(name))
                throw new MissingColumnException(source.Name, name);
        }

        foreach (var column in frame.Columns)
        {
            var declared = source.Schema.Columns.FirstOrDefault(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal));
            if (declared is not null && declared.Type != column.Type)
                throw new ArgumentException($"Column `{column.Name}` of `{source.Name}` is declared as {declared.Type}, the frame holds {column.Type}.", nameof(frame));
        }
    }

    // A reference to a source that the plan does not read is nothing but a value.
    private void Connect(SourceTable from, bool allowDangling)
    {
        foreach (var column in from.Frame.Columns)
        {
            if (from.SchemaOf(column.Name)?.References is not { } target || Find(target) is not { } to || to.KeyColumn() is not { } key)
                continue;
            var rows = to.Frame.TryGet(key, out var keys)
                ? References.Link(from.Frame, column, to.Frame, keys, allowDangling)
                : Enumerable.Repeat(-1, from.RowCount).ToArray();
            from.Connect(column.Name, to, rows);
        }
    }

    /// <summary>How far the sources reach that say how far the data reach.</summary>
    public IEnumerable<SourceReach> Reach(CalculatorPlan plan)
    {
        foreach (var source in plan.Sources)
        {
            if (source.Time is not { } time || (plan.AsOfSources.Count > 0 && !plan.AsOfSources.Contains(source.Name, StringComparer.Ordinal)))
                continue;
            if (TimeOf(source.Name, time).Newest() is { } newest)
                yield return new SourceReach(source.Name, newest);
        }
    }

    /// <summary>How many rows of each dated source are not before the as-of.</summary>
    public IEnumerable<LaterRows> Later(CalculatorPlan plan, Instant asOf) => plan.Sources
        .Where(static s => s.Time is not null)
        .Select(s => new LaterRows(s.Name, TimeOf(s.Name, s.Time!).CountFrom(asOf)))
        .Where(static l => l.Count > 0);

    private Instant? EndOfNewestDay(CalculatorPlan plan)
    {
        if (Reach(plan).Select(static r => (Instant?)r.Newest).Max() is not { } instant)
            return null;
        var day = Calendar.DateOf(instant);
        return day == DateOnly.MaxValue ? Instant.MaxValue : Calendar.StartOf(day.AddDays(1));
    }
}
