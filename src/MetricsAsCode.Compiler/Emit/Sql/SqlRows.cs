using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. One relation has every row of a source once for each period in whose stretch it lies, with what filters and aggregates ask of it.
// 2. References are joined from many to one on the key that they name, so no row is met twice; a reference that is missing or leads nowhere leaves NULL.
// 3. A row without a time lies in no stretch; the rows of a static source lie in all.

/// <summary>The rows of a source, joined with the stretches of a window, in the making.</summary>
internal sealed class SqlRows(SqlStatement statement, SourceSymbol source, RowColumn? time, EquatableArray<PlanStep> steps, IReadOnlyList<SqlKey> keys, bool upToTheEnd = false, string? table = null)
{
    private readonly List<string> items = [];
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> joined = new(StringComparer.Ordinal);
    private readonly List<string> joins = [];
    private readonly List<string> setJoins = [];
    private readonly List<string> wanted = [];
    private readonly HashSet<int> derived = [];
    private readonly Dictionary<int, string> filters = [];
    private readonly Dictionary<int, string> filterOverflows = [];
    private string? name;

    public SourceSymbol Source => source;

    public EquatableArray<PlanStep> Steps => steps;

    /// <summary>Where all of these filters are TRUE.</summary>
    public string Passed(IEnumerable<int> ids) => string.Join(" AND ", ids.Select(Filter));

    /// <summary>Where some of these filters have overflowed and the others are TRUE; null where none can overflow.</summary>
    public string? Doubtful(IReadOnlyCollection<int> ids)
    {
        string[] columns = [.. ids.Select(Filter)];
        string?[] overflows = [.. ids.Select(id => filterOverflows.TryGetValue(id, out string? over) ? over : null)];
        if (overflows.Count(o => o is not null) is var count && count < 2)
            return count == 0 ? null : string.Join(" AND ", columns.Zip(overflows, static (column, over) => over ?? column));
        var open = columns.Zip(overflows, static (column, over) => over is null ? column : $"({column} OR {over})");
        return $"({string.Join(" OR ", overflows.OfType<string>())}) AND {string.Join(" AND ", open)}";
    }

    /// <summary>The column of a filter, which holds where it is TRUE.</summary>
    public string Filter(int id)
    {
        if (filters.TryGetValue(id, out string? column))
            return column;
        var value = new SqlRowCompiler(statement, this).Visit(statement.Plan.Filters[id].Condition);
        filters.Add(id, column = Item($"f{SqlText.Of(id)}", value.Text));
        if (value.Overflows.Length > 0)
            filterOverflows.Add(id, Item($"f{SqlText.Of(id)}_over", $"coalesce({string.Join(" OR ", value.Overflows)}, FALSE)"));
        return column;
    }

    /// <summary>An expression as a column of the relation.</summary>
    public SqlValue Expression(string column, RowExpression expression)
    {
        var value = new SqlRowCompiler(statement, this).Visit(expression);
        if (value.Form == SqlForm.Double && expression is not RowColumn)
            value = value with { Text = SqlDialect.Fill(statement.Dialect.Finite, value.Text) };
        string named = Item(column, value.Text);
        var overflows = value.Overflows.Length == 0 ? [] : new[] { Item(column + "_over", $"coalesce({string.Join(" OR ", value.Overflows)}, FALSE)") };
        return value with { Text = named, Overflows = [.. overflows], Constant = null, IsDecimal = value.IsDecimal };
    }

    /// <summary>A column of the relation that tells entities apart: as it is stored, like keys.</summary>
    public string Entity(string column, RowColumn entity) => Item(column, Raw(entity).Text);

    /// <summary>What orders rows by time; null when the source is static.</summary>
    public string? Time() => time is null ? null : Item("happened_at", Moment().Text);

    /// <summary>The time by which the rows are dated, as a number. The path to it is followed at their own time, any other at this one, also to the same column.</summary>
    public SqlValue Moment()
    {
        var column = time ?? throw new InvalidOperationException($"The rows of `{source}` have no time.");
        return TimeOf("r", column)!;
    }

    /// <summary>A column as it is stored.</summary>
    public SqlValue Raw(RowColumn column) => Stored(column) with { Text = Place(column) };

    /// <summary>A column as expressions take it: times as numbers.</summary>
    public SqlValue Value(RowColumn column)
    {
        var stored = Stored(column);
        string place = Place(column);
        return stored.Form switch
        {
            SqlForm.Date => stored with { Text = SqlDialect.Fill(statement.Dialect.Days, place) },
            SqlForm.Instant => stored with { Text = SqlDialect.Fill(statement.Dialect.Microseconds, place) },
            _ => stored with { Text = place },
        };
    }

    /// <summary>Whether a row's entity is a member of a set at the stretch at hand.</summary>
    public SqlValue IsMember(PlanSetTest test)
    {
        string relation = statement.Set(test.Set, steps, []);
        string operand = Raw(test.Operand).Text;
        if (statement.Dialect.IsFlat)
            return new SqlValue($"(CASE WHEN {operand} IS NOT NULL THEN (p, {operand}) GLOBAL IN (SELECT p, member FROM {relation}) END)", SqlForm.Boolean);
        string join = $"LEFT JOIN {relation} AS {{0}} ON {{0}}.p = w.p AND {{0}}.member = {operand}";
        int at = setJoins.IndexOf(join);
        if (at < 0)
        {
            at = setJoins.Count;
            setJoins.Add(join);
        }

        return new SqlValue($"(CASE WHEN {operand} IS NOT NULL THEN m{SqlText.Of(at)}.member IS NOT NULL END)", SqlForm.Boolean);
    }

    /// <summary>The relation's name; it is said when it is asked for, with all that has been asked of it.</summary>
    public string Name()
    {
        if (name is not null)
            return name;
        if (statement.Dialect.IsFlat)
            return name = Flat();
        string window = statement.Window(steps);
        var columns = keys.Select(KeyColumn).ToList();
        string stretch = InStretch();
        string where = wanted.Count == 0 ? "" : $"\nWHERE {string.Join(" AND ", wanted)}";
        string body = $"""
            SELECT {string.Join(",\n  ", new[] { statement.Selected("w", "p") }.Concat(columns).Concat(items))}
            FROM {Own()} AS r{string.Concat(joins.Select(j => "\n" + j))}
            JOIN {window} AS w ON {stretch}{string.Concat(setJoins.Select((j, i) => "\n" + j.Replace("{0}", "m" + SqlText.Of(i))))}{where}
            """;
        return name = statement.Relation(SqlText.Word(source.Name) + "_rows", body);
    }

    /// <summary>The smallest and largest value of a column among all rows, whatever their time.</summary>
    public string Extent(RowColumn column)
    {
        string value = Value(column).Text;
        return $"SELECT {SqlDialect.Fill(statement.Dialect.Min, value)}, {SqlDialect.Fill(statement.Dialect.Max, value)}\nFROM {Table(source)} AS r{string.Concat(joins.Select(j => "\n" + j))}";
    }

    /// <summary>How many rows have a value of a time column that is not below a bound, whatever their time.</summary>
    public string CountFrom(RowColumn column, long least)
    {
        string value = Value(column).Text;
        return $"SELECT count(*)\nFROM {Table(source)} AS r{string.Concat(joins.Select(j => "\n" + j))}\nWHERE {value} >= {SqlText.Of(least)}";
    }

    /// <summary>All rows, whatever their time, with expressions that have been made of them.</summary>
    public string Whole(string select) => $"SELECT {select}\nFROM {Own()} AS r{string.Concat(joins.Select(j => "\n" + j))}";

    private string KeyColumn(SqlKey key)
    {
        string text = key.In(this).Text;
        if (key.IsNeeded)
            wanted.Add($"{text} IS NOT NULL");
        return $"{text} AS {key.Name}";
    }

    /// <summary>The keys as columns that a select of these rows has.</summary>
    public IEnumerable<string> Keys() => keys.Select(k => statement.Dialect.IsFlat ? KeyColumn(k) : k.Name);

    /// <summary>What stands before a condition behind the name.</summary>
    public string And => statement.Dialect.IsFlat ? "  AND" : "WHERE";

    // The rows of the table itself, each once for every stretch: what is aggregated over them is aggregated where they lie.
    private string Flat()
    {
        statement.Dialect.Require(time?.Life is null ? SqlConstruct.Rows : SqlConstruct.States);
        var stretches = statement.Times.Stretches(steps);
        string Column(string column, Func<SqlStretch, string> value) => $"CAST('[{string.Join(", ", stretches.Select(value).DefaultIfEmpty("0"))}]' AS Array(Int64)) AS {column}";
        string arrays = string.Join(", ", Column("p", static s => SqlText.Of(s.Period)), Column("from_us", static s => s.FromInstant), Column("to_us", static s => s.ToInstant), Column("from_day", static s => s.FromDay), Column("to_day", static s => s.ToDay));
        string conditions = string.Join(" AND ", wanted.Prepend(stretches.Count == 0 ? "0" : InStretch()));
        return $"{Own()} AS r\nARRAY JOIN {arrays}\nWHERE {conditions}";
    }

    private string W => statement.Dialect.IsFlat ? "" : "w.";

    private string InStretch()
    {
        if (time is null)
            return statement.Dialect.True;
        string unit = time.Type.Kind == ScalarKind.Date ? "day" : "us";
        string at = Moment().Text;
        if (time.Life is { } life)
            return $"{at} < {W}to_{unit}{(life.IncludesEnded ? "" : $" AND {Lives("r", life, $">= {W}to_{unit}")}")}";
        string from = upToTheEnd ? "" : $"{at} >= {W}from_{unit} AND ";
        return $"{from}{at} < {W}to_{unit}";
    }

    // A life goes on while its end is missing; `through` a day is `to` the next.
    private string Lives(string alias, Lifetime life, string comparison)
    {
        string end = Of(alias, life.To);
        return $"({end} IS NULL OR {end}{(life.IsThrough ? " + 1" : "")} {comparison})";
    }

    // A time as a number: days or microseconds.
    private string Of(string alias, ColumnSymbol column)
    {
        statement.Reads(column);
        string form = column.Type.Kind == ScalarKind.Date ? statement.Dialect.Days : statement.Dialect.Microseconds;
        return SqlDialect.Fill(form, statement.Column(alias, column));
    }

    // The same expression is one column.
    private string Item(string column, string text)
    {
        if (name is not null)
            throw new InvalidOperationException($"The rows of `{source}` have been said already.");
        if (statement.Dialect.IsFlat)
            return text;
        if (named.TryGetValue(text, out string? known))
            return known;
        string own = Unused(column, named.Values);
        named.Add(text, own);
        items.Add($"{text} AS {own}");
        return own;
    }

    private string Place(RowColumn column)
    {
        int? computed = column.Column.Formula is null ? null : statement.Plan.Derived.First(d => ReferenceEquals(d.Column, column.Column)).Id;
        if (computed is { } id && column.References.IsEmpty)
            derived.Add(id);
        string alias = Along(column, "r", column.ReadsStates ? TimeOf("r", ReadAt) : null, computed);
        if (computed is not null)
            return $"{alias}.{statement.Dialect.NameOf(column.Column.Name)}";
        statement.Reads(column.Column);
        return statement.Column(alias, column.Column);
    }

    // The time by which references to rows with a lifetime are read: that of the rows at hand, however they are dated; of states their own.
    private RowColumn? ReadAt => time is { Life: null } ? time : ReferencePath.OfTime(source);

    private SqlValue? TimeOf(string alias, RowColumn? column)
    {
        if (column is null)
            return null;
        alias = Along(column, alias, column.ReadsStates ? TimeOf(alias, ReferencePath.OfTime(source)) : null);
        return new SqlValue(Of(alias, column.Column), column.Type.Kind == ScalarKind.Date ? SqlForm.Date : SqlForm.Instant);
    }

    // A row without a time on the way passes on that of the row before it.
    private string Along(RowColumn column, string from, SqlValue? at, int? computed = null)
    {
        string alias = from;
        for (int i = 0; i < column.References.Count; i++)
        {
            var reference = column.References[i].Column;
            if (i > 0 && column.ReadsStates && ReferencePath.OfTime(reference.Source) is { } own)
                at = TimeOf(alias, own);
            alias = Join(alias, reference, at, i == column.References.Count - 1 ? computed : null);
        }

        return alias;
    }

    /// <param name="with">A computed column that the table joined has to have.</param>
    private string Join(string from, ColumnSymbol reference, SqlValue? at, int? with = null)
    {
        statement.Dialect.Require(SqlConstruct.References);
        var target = reference.References!;
        string step = target.Lifetime is null ? $"{from}.{reference.Name}" : $"{from}.{reference.Name}@{at?.Text}";
        step = with is { } computed ? $"{step} {SqlText.Of(computed)}" : step;
        if (joined.TryGetValue(step, out string? alias))
            return alias;
        joined.Add(step, alias = Unused($"{from}_{SqlText.Word(reference.Name)}", joined.Values));
        statement.Reads(reference);
        statement.Reads(target.Keys.Single());
        string living = target.Lifetime is { } life ? $" AND {LivesAt(alias, life, at)}" : "";
        string rows = with is { } id ? new SqlDerived(statement).Table(target, [id]) : Table(target);
        joins.Add($"LEFT JOIN {rows} AS {alias} ON {statement.Column(alias, target.Keys.Single())} = {statement.Column(from, reference)}{living}");
        return alias;
    }

    // The table of the source, with the columns that are computed from other rows.
    private string Own() => table ?? (derived.Count == 0 ? Table(source) : new SqlDerived(statement).Table(source, derived));

    // Begun at the time or before, and not over by then. Without a time nothing is known to live.
    private string LivesAt(string alias, Lifetime life, SqlValue? at)
    {
        if (at is null)
            return "FALSE";
        string moment = (at.Form, life.From.Type.Kind) switch
        {
            (SqlForm.Instant, ScalarKind.Date) => statement.DateOf(at.Text, ShiftAt(SqlZoneTable.Dates, at.Text)),
            (SqlForm.Date, ScalarKind.Timestamp) => statement.StartOf(at.Text, ShiftAt(SqlZoneTable.Days, at.Text)),
            _ => at.Text,
        };
        return $"{Of(alias, life.From)} <= {moment} AND {Lives(alias, life, $"> {moment}")}";
    }

    // The stretches of a zone do not overlap. They are joined, since engines refuse a subquery in the condition of a join.
    private string ShiftAt(SqlZoneTable table, string at)
    {
        if (statement.LooksUp)
            return statement.LookedUp(table, at);
        string step = $"{table} {at}";
        if (!joined.TryGetValue(step, out string? alias))
        {
            joined.Add(step, alias = Unused("zone", joined.Values));
            joins.Add($"LEFT JOIN {statement.Zone(table)} AS {alias} ON {at} >= {alias}.from_at AND {at} < {alias}.to_at");
        }

        return $"{alias}.shift_us";
    }

    private string Table(SourceSymbol table) => statement.Table(table);

    // Words of different names may be the same.
    private static string Unused(string word, IEnumerable<string> used)
    {
        word = SqlNames.Short(word);
        string unused = word;
        for (int i = 2; used.Contains(unused); i++)
            unused = $"{word}_{SqlText.Of(i)}";
        return unused;
    }

    // Fewer where the source says how large values can be.
    private static int DigitsOf(RowColumn column)
    {
        if (column.Type.Kind == ScalarKind.Duration || column.Column is not { Low: { } low, High: { } high })
            return 19;
        string whole = SqlText.Of(Math.Truncate(Math.Max(Math.Abs(low), Math.Abs(high))));
        return Math.Min(19, whole.Length + column.Type.Scale);
    }

    private static SqlValue Stored(RowColumn column) => column.Type.Kind switch
    {
        ScalarKind.Text => new SqlValue("", SqlForm.Text),
        ScalarKind.Integer or ScalarKind.Duration => new SqlValue("", SqlForm.Exact, 0, DigitsOf(column)),
        ScalarKind.Number => new SqlValue("", SqlForm.Double),
        ScalarKind.Decimal => new SqlValue("", SqlForm.Exact, column.Type.Scale, DigitsOf(column)) { IsDecimal = true },
        ScalarKind.Money => new SqlValue("", SqlForm.Exact, column.Type.Scale, DigitsOf(column), true) { IsDecimal = true },
        ScalarKind.Boolean => new SqlValue("", SqlForm.Boolean),
        ScalarKind.Date => new SqlValue("", SqlForm.Date),
        ScalarKind.Timestamp => new SqlValue("", SqlForm.Instant),
        _ => throw Unexpected.Value(column.Type.Kind),
    };
}
