using MetricsAsCode.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>A source of the plan with its rows, and the tables that its references lead to.</summary>
internal sealed class SourceTable(SourcePlan plan, DataFrame frame, BoundData data) : IRowTables
{
    private readonly Dictionary<string, LinkedPath> steps = new(StringComparer.Ordinal);
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

    /// <summary>Adds a column that follows from other rows. One that reads a column that a partial table leaves out is complained about when it is read itself.</summary>
    public void Derive(DerivedColumn column, BoundData from)
    {
        try
        {
            Frame = Frame.With(column.Compute(from));
        }
        catch (DataException unread)
        {
            Frame = Frame.Without(column.Name, unread);
        }
    }

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
    public (SourceTable Owner, Column Column, int[]? Rows) Resolve(ColumnPath path)
    {
        if (path.References.Count == 0)
            return (this, Column(path.Column), null);
        var link = Follow([.. path.References]);
        return (link.Table, link.Table.Column(path.Column), link.Rows);
    }

    public DataFrame Table(scoped ReadOnlySpan<string> references) => references.IsEmpty ? Frame : Follow(references).Table.Frame;

    public ReadOnlySpan<int> Link(scoped ReadOnlySpan<string> references) => Follow(references).Rows;

    public int DateOf(long microseconds) => Days.Of(data.Calendar.DateOf(new Instant(microseconds)));

    public long StartOf(int date) => data.Calendar.StartOf(Days.Date(date)).Microseconds;

    public int HourOf(long microseconds) => TimeZoneInfo.ConvertTimeFromUtc(new Instant(microseconds).ToUtc(), data.Calendar.Zone).Hour;

    private LinkedPath Compose(string[] references)
    {
        if (references.Length == 0)
            throw new InvalidOperationException($"A path from `{Name}` without references leads nowhere.");
        var first = Step(references[0]);
        if (references.Length == 1)
            return first;
        var rest = first.Table.Follow(references.AsSpan(1));
        var rows = new int[RowCount];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = first.Rows[row] < 0 ? -1 : rest.Rows[first.Rows[row]];
        return new LinkedPath(references, rest.Table, rows);
    }

    private LinkedPath Step(string reference)
    {
        if (steps.TryGetValue(reference, out var step))
            return step;
        _ = Column(reference);
        throw new InvalidOperationException($"Column `{reference}` of `{Name}` leads to no source of the plan.");
    }
}
