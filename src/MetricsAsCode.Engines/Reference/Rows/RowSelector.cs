using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Sets;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Rows;

/// <summary>Rows of a source that are left in a context, and what computes their values there.</summary>
internal sealed record SelectedRows(IReadOnlyList<int> Rows, RowColumn? Time, RowEvaluator Values);

/// <summary>Finds the rows that <c>orders where … over previous</c> means in a context.</summary>
internal sealed class RowSelector(ReferenceData data, Instant asOf, WindowResolver windows, SetEvaluator sets)
{
    /// <exception cref="NoValueException">A window has no stretch, or a number overflows in a condition.</exception>
    public SelectedRows Select(BoundRows rows, Context context) => Select(rows, context, withDoubtful: false);

    /// <summary>Also the rows of which a condition overflows, so that it is not known whether they are left.</summary>
    /// <exception cref="NoValueException">A window has no stretch.</exception>
    public SelectedRows SelectDoubtful(BoundRows rows, Context context) => Select(rows, context, withDoubtful: true);

    /// <summary>Whether the sets that the conditions ask for can be told; without them it is not known of any row whether it is left.</summary>
    /// <exception cref="NoValueException">A window of the rows has no stretch.</exception>
    public bool HasSets(BoundRows rows, Context context)
    {
        var stretch = StretchOf(rows, context.Period);
        try
        {
            new RowEvaluator(data, set => sets.Members(set, new Context(stretch)), rows.Time).RequireSets(rows.Conditions);
            return true;
        }
        catch (NoValueException)
        {
            return false;
        }
    }

    private SelectedRows Select(BoundRows rows, Context context, bool withDoubtful)
    {
        var stretch = StretchOf(rows, context.Period);
        // "The set at the aggregate's own stretch (after its windows)": whether a row is in a set does not depend on the group or entity looked at.
        var values = new RowEvaluator(data, set => sets.Members(set, new Context(stretch)), rows.Time);
        values.RequireSets(rows.Conditions);
        var left = RowsIn(rows, context.At(stretch)).Where(row => values.AreTrue(rows.Conditions, row) ?? (withDoubtful ? true : throw new NoValueException(Reason.Overflow)));
        return new SelectedRows([.. left], TimeOf(rows), values);
    }

    /// <summary>The rows of the context's stretch, group and entity before any <c>where</c>; the windows of the rows are not applied.</summary>
    public IEnumerable<int> RowsIn(BoundRows rows, Context context)
    {
        var begun = RowsBegunIn(rows, context);
        if (rows is not { IsState: true, Source.Lifetime: { } life })
            return begun;
        var end = data.Calendar.RangeOf(context.Period).End;
        return begun.Where(row => !HasEnded(life, row, end));
    }

    /// <summary>The same with rows that lived in the stretch and have ended by its end.</summary>
    public IEnumerable<int> RowsBegunIn(BoundRows rows, Context context)
    {
        var candidates = Candidates(rows, context.Restrictions);
        if (TimeOf(rows) is not { } time)
            return candidates;
        var range = data.Calendar.RangeOf(context.Period);
        return candidates.Where(row => IsIn(range, data.TimeOf(time, row)));
    }

    /// <summary>"X over A over B at P" is X at A(B(P)): the window written last is applied first.</summary>
    /// <exception cref="NoValueException">A window has no stretch, or the rows stand for whole months and the stretch does not consist of such.</exception>
    public Stretch StretchOf(BoundRows rows, Stretch period)
    {
        var aim = rows.Steps.OfType<RowWindow>().Reverse().Aggregate(period, (stretch, step) => windows.Apply(step.Window, stretch));
        return rows.WholeUnit is not { } grain || windows.IsWhole(grain, aim) ? aim : throw new NoValueException(Reason.FinerThan(WindowResolver.GrainOf(grain)));
    }

    /// <summary>The column that decides the rows' period: the last <c>dated</c>, else the source's time.</summary>
    public static RowColumn? TimeOf(BoundRows rows) => rows is { IsState: true, Source.Lifetime: { } life } ? Own(life.From) : rows.Time;

    /// <summary>The time of the source's earliest row; null when no row has one.</summary>
    public Instant? Earliest(BoundRows rows) =>
        TimeOf(rows) is { } time ? Enumerable.Range(0, data.RowCount(rows.Source)).Min(row => data.TimeOf(time, row)) : null;

    // "start <= time < end … and time < as-of"; "rows whose time is missing are in no period".
    private bool IsIn(TimeRange range, Instant? time) => time is { } instant && instant < asOf && range.Contains(instant);

    // "The state just before": a life [A, B) holds the moment before the instant when A < instant <= B.
    private bool HasEnded(Lifetime life, int row, Instant instant) => data.EndOfLife(life, row) is { } end && end < (instant < asOf ? instant : asOf);

    private static RowColumn Own(ColumnSymbol column) => new([], column, column.Type);

    private IEnumerable<int> Candidates(BoundRows bound, IReadOnlyList<Restriction> restrictions)
    {
        var source = bound.Source;
        var at = bound.Time;
        var wanted = restrictions.Select(r => (Path: r.PathFrom(source), Restriction: r)).Where(r => r.Path is not null).ToList();
        // The last restriction is the innermost, with the fewest rows.
        var rows = wanted.LastOrDefault() switch
        {
            ({ } path, EntityRestriction entity) => data.RowsWith(path, entity.Entity, at),
            ({ } path, GroupRestriction group) => data.RowsWith(path, group.Value, at),
            _ => Enumerable.Range(0, data.RowCount(source)),
        };
        return rows.Where(row => wanted.TrueForAll(r => r.Restriction.Allows(data.Value(r.Path!, row, at))));
    }
}
