using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>A source of the plan with its rows, and the tables that its references lead to.</summary>
internal sealed class SourceTable(SourcePlan plan, DataFrame frame, BoundData data) : IRowTables
{
    private readonly Dictionary<string, LinkedPath> steps = new(StringComparer.Ordinal);
    private readonly Lazy<StateRows?> states = new(() => plan.Schema.Lifetime is null ? null : StateRows.Of(frame, plan.Schema, data.Calendar));
    private volatile LinkedPath[] paths = [];

    public SourcePlan Plan { get; } = plan;

    public DataFrame Frame { get; private set; } = frame;

    public string Name => Plan.Name;

    public int RowCount => Frame.RowCount;

    public long AsOf => data.AsOf?.Microseconds ?? throw new InvalidOperationException($"The as-of of `{Name}` is read, but there is none.");

    /// <summary>The contract of a column, if it is declared.</summary>
    public ColumnSchema? SchemaOf(string column) => Plan.Schema.Columns.FirstOrDefault(c => string.Equals(c.Name, column, StringComparison.Ordinal));

    /// <summary>A column that was read.</summary>
    /// <exception cref="MissingColumnException">It was not.</exception>
    /// <exception cref="DataException">The table leaves it out.</exception>
    public Column Column(string name) =>
        Frame.TryGet(name, out var column) || Frame.LeavesOut(name) ? column ?? Frame[name] : throw new MissingColumnException(Name, name);

    /// <summary>Adds a column that follows from other rows. It is computed when a metric first reads it; what it lacks is complained about then.</summary>
    public void Derive(DerivedColumn column, BoundData from) => Frame = Frame.With(column.Name, new Lazy<Column>(() => column.Compute(from)));

    /// <summary>The name of a reference without the time that it is read at.</summary>
    public static string NameOf(string reference) => reference.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? reference[..at] : reference;

    /// <summary>The time by which a selection's rows are read, if it is not that of the source: references to rows with a lifetime mean the row that lives then.</summary>
    public ColumnPath? OtherTime(Selection rows) =>
        rows.Time?.Until is not null || string.Equals(rows.Time?.ToString(), Plan.Time?.ToString(), StringComparison.Ordinal) ? null : rows.Time;

    /// <summary>The row of a key that lives at an instant; -1 for none. Null when rows have no lifetime.</summary>
    public StateRows? States => states.Value;

    /// <summary>Makes a reference column a way to another table: for each row the row there, -1 where there is none.</summary>
    public void Connect(string reference, SourceTable to, int[] rows) => steps.Add(reference, new LinkedPath([reference], to, rows));

    /// <summary>Where references lead, the first of them in this table.</summary>
    public LinkedPath Follow(scoped ReadOnlySpan<string> references)
    {
        foreach (var known in paths)
        {
            if (references.SequenceEqual(known.References))
                return known;
        }

        var path = Compose(references.ToArray());
        paths = [.. paths, path];
        return path;
    }

    /// <summary>A column seen from this table: the column itself and, when references lead to it, the row there for each row here.</summary>
    /// <param name="path">The column.</param>
    /// <param name="at">The time at which references to rows with a lifetime are read; null for the one that the path names, or the rows' own.</param>
    public (SourceTable Owner, Column Column, int[]? Rows) Resolve(ColumnPath path, ColumnPath? at = null)
    {
        if (path.References.Count == 0)
            return (this, Column(path.Column), null);
        string[] references = [.. path.References];
        if (at is not null && !references[0].Contains('@', StringComparison.Ordinal) && ReadsStates(references))
            references[0] = $"{references[0]}@{at}";
        var link = Follow(references);
        return (link.Table, link.Table.Column(path.Column), link.Rows);
    }

    public DataFrame Table(scoped ReadOnlySpan<string> references) => references.IsEmpty ? Frame : Follow(references).Table.Frame;

    public ReadOnlySpan<int> Link(scoped ReadOnlySpan<string> references) => Follow(references).Rows;

    public int DateOf(long microseconds) => Days.Of(data.Calendar.DateOf(new Instant(microseconds)));

    public long StartOf(int date) => data.Calendar.StartOf(Days.Date(date)).Microseconds;

    public int HourOf(long microseconds) => data.Calendar.HourOf(new Instant(microseconds));

    private LinkedPath Compose(string[] references)
    {
        if (references.Length == 0)
            throw new InvalidOperationException($"A path from `{Name}` without references leads nowhere.");
        if (ReadsStates(references))
            return ComposeStates(references);
        var first = Step(NameOf(references[0]));
        if (references.Length == 1)
            return first with { References = references };
        var rest = first.Table.Follow(references.AsSpan(1));
        var rows = new int[RowCount];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = first.Rows[row] < 0 ? -1 : rest.Rows[first.Rows[row]];
        return new LinkedPath(references, rest.Table, rows);
    }

    // A reference to rows with a lifetime means the row that lives at the time of the row that refers; one without a time passes on that of the row that led to it.
    private LinkedPath ComposeStates(string[] references)
    {
        var time = TimeNamedBy(references[0]) ?? Plan.Time;
        var times = time is null ? null : data.TimeOf(Name, time);
        var (table, rows, instants) = (this, new int[RowCount], new long?[RowCount]);
        for (var row = 0; row < rows.Length; row++)
            (rows[row], instants[row]) = (row, times?.InstantOf(row));
        foreach (var reference in references)
        {
            var step = table.Step(NameOf(reference));
            var own = table == this || table.Plan.Time is null ? null : data.TimeOf(table.Name, table.Plan.Time);
            for (var row = 0; row < rows.Length; row++)
            {
                if (rows[row] < 0)
                    continue;
                if (own is not null)
                    instants[row] = own.InstantOf(rows[row]);
                var next = step.Rows[rows[row]];
                rows[row] = next < 0 || step.Table.States is not { } lives ? next : lives.At(next, instants[row]);
            }

            table = step.Table;
        }

        return new LinkedPath(references, table, rows);
    }

    private static ColumnPath? TimeNamedBy(string reference)
    {
        if (reference.IndexOf('@', StringComparison.Ordinal) is not (>= 0 and var at))
            return null;
        var names = reference[(at + 1)..].Split('.');
        return new ColumnPath(names[..^1], names[^1]);
    }

    private bool ReadsStates(scoped ReadOnlySpan<string> references)
    {
        var table = this;
        foreach (var reference in references)
        {
            table = table.Step(NameOf(reference)).Table;
            if (table.Plan.Schema.Lifetime is not null)
                return true;
        }

        return false;
    }

    private LinkedPath Step(string reference)
    {
        if (steps.TryGetValue(reference, out var step))
            return step;
        _ = Column(reference);
        throw new InvalidOperationException($"Column `{reference}` of `{Name}` leads to no source of the plan.");
    }
}
