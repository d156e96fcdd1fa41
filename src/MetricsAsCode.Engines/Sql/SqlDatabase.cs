using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>A plan bound to a database that holds its sources as tables.</summary>
/// <param name="plan">The plan.</param>
/// <param name="formulas">Its formulas.</param>
/// <param name="dialect">How the database writes SQL.</param>
/// <param name="connection">The database.</param>
/// <param name="calendar">The product's calendar.</param>
/// <param name="onColumn">Told of each column that is read; throws for one that is not there.</param>
/// <param name="tables">The tables of sources that are not those of their names.</param>
internal sealed class SqlDatabase(Plan plan, PlanFormulas formulas, SqlDialect dialect, ISqlConnection connection, Calendar calendar, Action<ColumnSymbol> onColumn, Func<SourceSymbol, SqlTable?>? tables = null) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<(SourceSymbol, RowColumn), (Instant First, Instant Last)?> extents = [];
    private readonly Dictionary<Instant, LocalTimes> localTimes = [];

    public Plan Plan => plan;

    public PlanFormulas Formulas => formulas;

    public SqlDialect Dialect => dialect;

    public Calendar Calendar => calendar;

    public Action<ColumnSymbol> OnColumn => onColumn;

    public Func<SourceSymbol, SqlTable?>? Tables => tables;

    /// <summary>Local times for all times that the data have, and the as-of; for all times that there are where definitions compute times.</summary>
    public LocalTimes LocalTimes(Instant asOf)
    {
        lock (gate)
        {
            if (!localTimes.TryGetValue(asOf, out var known))
                localTimes.Add(asOf, known = ComputesTimes() ? Sql.LocalTimes.OfAll(calendar) : Sql.LocalTimes.Of(calendar, [.. Times().SelectMany(t => new[] { t.First, t.Last }), asOf]));
            return known;
        }
    }

    public SourceSymbol SourceOf(string name) => plan.Sources.First(s => string.Equals(plan.NameOf(s.Source), name, StringComparison.Ordinal)).Source;

    public ColumnSymbol ColumnOf(Dimension dimension) =>
        plan.Sources.Select(s => s.Source).FirstOrDefault(s => string.Equals(plan.NameOf(s), dimension.Source, StringComparison.Ordinal))?.Column(dimension.Column)
        ?? plan.Derived.Select(d => d.Column).FirstOrDefault(c => string.Equals(plan.NameOf(c.Source), dimension.Source, StringComparison.Ordinal) && string.Equals(c.Name, dimension.Column, StringComparison.Ordinal))
        ?? throw new ArgumentException($"Module `{plan.Module.Name}` has no column `{dimension}`.");

    public IReadOnlyList<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation)
    {
        lock (gate)
            return [.. connection.Query(sql, cancellation)];
    }

    /// <summary>The earliest and the latest time of a source's rows; null when none has one.</summary>
    public (Instant First, Instant Last)? Extent(SourceSymbol source, RowColumn time)
    {
        lock (gate)
        {
            if (extents.TryGetValue((source, time), out var extent))
                return extent;
            var row = Query(new SqlEmitter(plan, dialect, NoTimes.Instance, onColumn, tables).Extent(source, time), default)[0];
            return extents[(source, time)] = row[0] is null ? null : (InstantOf(row[0]!, time), InstantOf(row[1]!, time));
        }
    }

    /// <summary>The newest time of each source that says how far the data reach, if it has a row.</summary>
    public IReadOnlyList<SourceReach> Reach() =>
    [
        .. plan.Module.AsOfSources
            .Where(s => plan.Sources.Any(p => ReferenceEquals(p.Source, s)))
            .Select(s => (Source: s, Newest: ReferencePath.OfTime(s) is { } time ? Extent(s, time)?.Last : null))
            .Where(static s => s.Newest is not null)
            .Select(s => new SourceReach(plan.NameOf(s.Source), s.Newest!.Value)),
    ];

    /// <summary>How many rows of each dated source are not before the as-of.</summary>
    public IReadOnlyList<LaterRows> Later(Instant asOf) =>
    [
        .. plan.Sources
            .Select(s => (s.Source, Time: ReferencePath.OfTime(s.Source)))
            .Where(s => s.Time is not null && Extent(s.Source, s.Time)?.Last >= asOf)
            .Select(s => new LaterRows(plan.NameOf(s.Source), CountFrom(s.Source, s.Time!, asOf)))
            .Where(static l => l.Count > 0),
    ];

    private long CountFrom(SourceSymbol source, RowColumn time, Instant instant)
    {
        long least = time.Type.Kind == ScalarKind.Date ? Calculation.Binding.Days.FirstFrom(instant, calendar) : instant.Microseconds;
        return (long)Query(new SqlEmitter(plan, dialect, NoTimes.Instance, onColumn, tables).CountFrom(source, time, least), default)[0][0]!;
    }

    /// <summary>The end of the day of the newest time of the sources that say how far the data reach.</summary>
    public Instant? EndOfNewestDay()
    {
        var newest = Reach().Select(static r => (Instant?)r.Newest).Max();
        if (newest is not { } instant)
            return null;
        var day = calendar.DateOf(instant);
        return day == DateOnly.MaxValue ? Instant.MaxValue : calendar.StartOf(day.AddDays(1));
    }

    public void Dispose() => connection.Dispose();

    // The times of all columns that are read: local times are asked of any of them.
    private List<(Instant First, Instant Last)> Times() =>
    [
        .. plan.Sources
            .SelectMany(s => s.Columns.Select(c => (s.Source, c.Column)))
            .Where(c => c.Column.Type.IsTemporal && IsThere(c.Column))
            .Select(c => Extent(c.Source, new RowColumn([], c.Column, c.Column.Type)))
            .OfType<(Instant, Instant)>(),
    ];

    // What is computed may lie anywhere; every other time is one of the data, the as-of, or a day that the calendar knows before.
    private bool ComputesTimes() =>
        plan.Filters.Select(f => f.Condition).Concat(plan.Aggregates.Select(a => a.Value).OfType<RowExpression>())
            .SelectMany(PlanRowParts.All).Any(e => e is RowArithmetic { Type.IsTemporal: true })
        || plan.Metrics.SelectMany(m => m.Numbers).SelectMany(PlanParts.All).Any(n => n is PlanArithmetic { Unit.IsTemporal: true });

    private bool IsThere(ColumnSymbol column)
    {
        try
        {
            onColumn(column);
            return true;
        }
        catch (DataException)
        {
            return false;
        }
    }

    private Instant InstantOf(object value, RowColumn time) =>
        time.Type.Kind == ScalarKind.Date ? calendar.StartOf(Days.Date((int)(long)value)) : new Instant((long)value);

    private sealed class NoTimes : ISqlTimes
    {
        public static readonly NoTimes Instance = new();

        public string AsOf => throw new InvalidOperationException("All rows are asked for, whatever their time.");

        public (ISqlTimes Times, IReadOnlyList<int> Periods) Units(PlanEach each) => throw new InvalidOperationException("All rows are asked for, whatever their time.");

        public string StartOf(int day) => throw new InvalidOperationException("All rows are asked for, whatever their time.");

        public IReadOnlyList<SqlStretch> Stretches(Compiler.Text.EquatableArray<PlanStep> steps) => throw new InvalidOperationException("All rows are asked for, whatever their time.");

        public IReadOnlyList<string> Zone(SqlZoneTable table) => throw new InvalidOperationException("All rows are asked for, whatever their time.");
    }
}
