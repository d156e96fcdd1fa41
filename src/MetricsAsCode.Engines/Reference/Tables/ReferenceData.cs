using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Tables;

/// <summary>The tables of a module with their references, times and as-of.</summary>
internal sealed class ReferenceData
{
    private readonly ModuleSymbol module;
    private readonly IReadOnlyDictionary<string, DataFrame> frames;
    private readonly Dictionary<SourceSymbol, Table> tables = [];
    private readonly Dictionary<(RowColumn Path, RowColumn? At), Scalar?[]> values = [];
    private readonly Dictionary<RowColumn, Instant?[]> times = [];
    private readonly Dictionary<(RowColumn Path, RowColumn? At), ILookup<Scalar?, int>> rowsByValue = [];

    private IReadOnlyList<SourceReach>? reach;

    public ReferenceData(ModuleSymbol module, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf)
    {
        (this.module, this.frames) = (module, frames);
        var product = module.Product;
        Calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById(product.TimeZone), product.WeekStart, product.YearStartMonth);
        Clock = new Clock(Calendar);
        OtherRows = new OtherRows(this);
        AsOf = asOf ?? EndOfNewestDay();
    }

    public Calendar Calendar { get; }

    public Clock Clock { get; }

    /// <summary>"As-of is the exclusive end instant of the newest day"; null when there is no dated row and none was given.</summary>
    public Instant? AsOf { get; }

    /// <summary>The newest time of each source that says how far the data reach, if it has a row.</summary>
    public IReadOnlyList<SourceReach> Reach => reach ??= [.. NewestOf(module.AsOfSources)];

    /// <summary>Values that follow from other rows.</summary>
    public OtherRows OtherRows { get; }

    public int RowCount(SourceSymbol source) => TableOf(source).RowCount;

    /// <summary>Whether the table at hand has the column; one written in a test may leave it out.</summary>
    public bool Has(ColumnSymbol column) => column.Condition is not null || TableOf(column.Source).Has(column);

    /// <summary>
    /// The value of a column seen from a row, along many-to-one references: "a row whose reference is missing has no value".
    /// A reference that dangles is as good as missing.
    /// </summary>
    /// <param name="path">The column.</param>
    /// <param name="row">The row that it is seen from.</param>
    /// <param name="at">The row's time, by which a reference to rows with a lifetime means the row that lives then; null when it has none.</param>
    public Scalar? Value(RowColumn path, int row, RowColumn? at)
    {
        var key = (path, path.ReadsStates ? at : null);
        if (!values.TryGetValue(key, out var column))
            values.Add(key, column = [.. Rows(path).Select(r => Follow(path, r, key.Item2 is null ? null : TimeOf(key.Item2, r)))]);
        return column[row];
    }

    /// <summary>The same by the row's own time.</summary>
    public Scalar? Value(RowColumn path, int row) => Value(path, row, TimeColumn(Origin(path)));

    /// <summary>The instant at which a row's life is over: of <c>through B</c> the day after B begins then. Null when it goes on.</summary>
    public Instant? EndOfLife(Lifetime life, int row) => TableOf(life.To.Source).Cell(life.To, row) switch
    {
        null => null,
        DateScalar day when life.IsThrough => Calendar.StartOf(day.Date.AddDays(1)),
        var end => Clock.InstantOf(end),
    };

    /// <summary>The instant of a row by a time column; a date is its local midnight.</summary>
    public Instant? TimeOf(RowColumn time, int row)
    {
        if (!times.TryGetValue(time, out var instants))
        {
            instants = [.. Rows(time).Select(r => Value(time, r) is { } value ? Clock.InstantOf(value) : (Instant?)null)];
            times.Add(time, instants);
        }

        return instants[row];
    }

    /// <summary>The rows that have this value in a column, in the order of the table; null asks for the rows that have none.</summary>
    public IEnumerable<int> RowsWith(RowColumn path, Scalar? value, RowColumn? at)
    {
        var key = (path, path.ReadsStates ? at : null);
        if (!rowsByValue.TryGetValue(key, out var lookup))
        {
            lookup = Rows(path).ToLookup(row => Value(path, row, at));
            rowsByValue.Add(key, lookup);
        }

        return lookup[value];
    }

    /// <summary>The column that decides the period of a source's rows; null for a static source.</summary>
    public static RowColumn? TimeColumn(SourceSymbol source) => source.Time is { } path
        ? new RowColumn(new([.. path.SkipLast(1).Select(c => new ColumnSymbolKey(c))]), path[^1], path[^1].Type)
        : null;

    // "A reference to it reads the row valid at the referring row's time, else is missing." A row that has no time passes on that of the row which led to it.
    private Scalar? Follow(RowColumn path, int row, Instant? time)
    {
        int at = row;
        for (int i = 0; i < path.References.Count; i++)
        {
            var column = path.References[i].Column;
            if (i > 0 && TimeColumn(column.Source) is { } own)
                time = TimeOf(own, at);
            if (TableOf(column.Source).Cell(column, at) is not { } key || RowOf(column.References!, key, time) is not { } next)
                return null;
            at = next;
        }

        return path.Column.Condition is not null ? TruthOf(path.Column, at) : TableOf(path.Column.Source).Cell(path.Column, at);
    }

    // A segment depends on no period, so it tests no set; a number that overflows leaves it unknown.
    private Scalar? TruthOf(ColumnSymbol segment, int row)
    {
        try
        {
            return new RowEvaluator(this, _ => throw new InvalidOperationException("A segment tests no set."), TimeColumn(segment.Source)).Evaluate(segment.Condition!, row);
        }
        catch (NoValueException)
        {
            return null;
        }
    }

    private int? RowOf(SourceSymbol target, Scalar key, Instant? time)
    {
        if (target.Lifetime is not { } life)
            return TableOf(target).RowOf(key);
        var living = TableOf(target).RowsOf(key).Where(row => time is { } t && TableOf(target).Cell(life.From, row) is { } from
            && Clock.InstantOf(from) <= t && !(EndOfLife(life, row) <= t));
        return living.Select(row => (int?)row).FirstOrDefault();
    }

    private static SourceSymbol Origin(RowColumn path) => path.References.IsEmpty ? path.Column.Source : path.References[0].Column.Source;

    private IEnumerable<int> Rows(RowColumn path) => Enumerable.Range(0, RowCount(Origin(path)));

    private Table TableOf(SourceSymbol source)
    {
        if (tables.TryGetValue(source, out var table))
            return table;
        // A source of another module goes by its qualified name.
        string name = string.Equals(source.Module, module.Name, StringComparison.Ordinal) ? source.Name : source.QualifiedName;
        if (!frames.TryGetValue(name, out var frame))
            throw new ArgumentException($"No rows were given for source `{name}`; there are rows for {string.Join(", ", frames.Keys)}.");
        return tables[source] = new Table(source, frame);
    }

    // "How far the data reach": the newest time of each source that says so.
    private IEnumerable<SourceReach> NewestOf(IEnumerable<SourceSymbol> sources) => sources
        .Select(s => (s.Name, Newest: TimeColumn(s) is { } time ? Rows(time).Select(row => TimeOf(time, row)).Max() : null))
        .Where(static s => s.Newest is not null)
        .Select(static s => new SourceReach(s.Name, s.Newest!.Value));

    /// <summary>The rows of each dated source at hand that are not before the as-of.</summary>
    public IReadOnlyList<LaterRows> Later =>
    [
        .. module.Sources
            .Where(s => frames.ContainsKey(s.Name))
            .Select(s => new LaterRows(s.Name, TimeColumn(s) is { } time ? Rows(time).Count(row => TimeOf(time, row) >= AsOf) : 0))
            .Where(static l => l.Count > 0),
    ];

    private Instant? EndOfNewestDay()
    {
        var newest = Reach.Select(static r => (Instant?)r.Newest).Max();
        return newest is { } instant ? Calendar.StartOf(Calendar.DateOf(instant).AddDays(1)) : null;
    }
}
