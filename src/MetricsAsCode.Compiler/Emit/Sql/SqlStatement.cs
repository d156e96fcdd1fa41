using System.Text;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>A statement in the making: relations, each named and said once, and what is selected from them.</summary>
internal sealed class SqlStatement : ISqlZone
{
    /// <summary>Microseconds of 24 hours.</summary>
    public const string Day = "86400000000";
    private const string HourLong = "3600000000";
    private readonly List<(string Name, string Body)> relations;
    private readonly HashSet<string> names;
    private readonly HashSet<string> once;
    private readonly Dictionary<EquatableArray<PlanStep>, string> windows = [];
    private readonly Dictionary<(PlanSet, EquatableArray<PlanStep>, EquatableArray<SqlKey>), string> sets = [];
    private readonly Dictionary<SqlZoneTable, string> zones;
    private readonly Dictionary<SqlZoneTable, SqlZoneArrays> zoneArrays;
    private readonly Dictionary<string, string> byBody;
    private readonly Dictionary<PlanEach, SqlStatement> units = [];
    private readonly Func<SourceSymbol, SqlTable?> tables;
    private readonly HashSet<SourceSymbol> said;

    /// <param name="plan">The plan.</param>
    /// <param name="dialect">How the engine writes it.</param>
    /// <param name="times">Where windows lead.</param>
    /// <param name="reads">Told of each column that is read.</param>
    /// <param name="tables">The tables of sources that are not those of their names.</param>
    public SqlStatement(Plan plan, SqlDialect dialect, ISqlTimes times, Action<ColumnSymbol>? reads = null, Func<SourceSymbol, SqlTable?>? tables = null)
    {
        (relations, names, zones, byBody) = ([], new HashSet<string>(StringComparer.OrdinalIgnoreCase), [], new Dictionary<string, string>(StringComparer.Ordinal));
        zoneArrays = [];
        once = new HashSet<string>(StringComparer.Ordinal);
        (Plan, Dialect, Times) = (plan, dialect, times);
        (this.tables, said) = (tables ?? (static _ => null), []);
        Reads = reads ?? (static _ => { });
        (Arithmetic, RowArithmetic) = (new SqlArithmetic(dialect, new SqlNumberZone(this), tracksExactness: true), new SqlArithmetic(dialect, this, tracksExactness: false));
        // A relation of a table's name would hide the table.
        names.UnionWith(plan.Sources.Select(s => SqlNames.Of(plan, s.Source)));
    }

    private SqlStatement(SqlStatement whole, ISqlTimes times, string unitsOf)
    {
        (relations, names, zones, zoneArrays, byBody) = (whole.relations, whole.names, whole.zones, whole.zoneArrays, whole.byBody);
        (Plan, Dialect, Times, Reads) = (whole.Plan, whole.Dialect, times, whole.Reads);
        (tables, said) = (whole.tables, whole.said);
        (Arithmetic, RowArithmetic) = (new SqlArithmetic(Dialect, new SqlNumberZone(this), tracksExactness: true), new SqlArithmetic(Dialect, this, tracksExactness: false));
        once = whole.once;
        UnitsOf = unitsOf;
    }

    /// <summary>Of a part of a statement whose periods are units of an <c>each</c>: the relation of units u and the periods p of the part around it.</summary>
    public string? UnitsOf { get; }

    public Plan Plan { get; }

    public SqlDialect Dialect { get; }

    public ISqlTimes Times { get; }

    public Action<ColumnSymbol> Reads { get; }

    /// <summary>Arithmetic of numbers over aggregates.</summary>
    public SqlArithmetic Arithmetic { get; }

    /// <summary>Arithmetic of values of rows.</summary>
    public SqlArithmetic RowArithmetic { get; }

    /// <summary>The rows of a source as a relation: its table, or what gives a table the names and types that are its own.</summary>
    public string Table(SourceSymbol source)
    {
        string name = Dialect.NameOf(SqlNames.Of(Plan, source));
        if (tables(source) is not { } table)
            return name;
        if (Dialect.IsFlat)
            return table.Name;
        if (said.Add(source))
        {
            var columns = table.Columns.Select(c => $"{c.Value("t")} AS {Dialect.NameOf(SqlNames.Of(c.Key))}").DefaultIfEmpty("1 AS only_rows");
            relations.Add((name, $"SELECT {string.Join(",\n  ", columns)}\nFROM {table.Name} AS t"));
        }

        return name;
    }

    /// <summary>A column of a source's rows.</summary>
    public string Column(string alias, ColumnSymbol column) => Dialect.IsFlat && tables(column.Source) is { } table
        ? table.Columns[column](alias)
        : $"{alias}.{Dialect.NameOf(SqlNames.Of(column))}";

    /// <summary>A relation; an equal one that is there already stands for it.</summary>
    public string Relation(string name, string body)
    {
        if (Dialect.IsFlat)
            return $"(\n  {body.Replace("\n", "\n  ")}\n)";
        if (byBody.TryGetValue(body, out string? known))
            return known;
        string unique = Claim(name);
        relations.Add((unique, body));
        byBody.Add(body, unique);
        return unique;
    }

    /// <summary>The same with columns that are computed in it.</summary>
    public string Computed(string name, string body)
    {
        string unique = Relation(name, body);
        once.Add(unique);
        return unique;
    }

    /// <summary>The part of the statement whose periods are the units of an <c>each</c>. Its relations are those of the whole.</summary>
    public SqlStatement Units(PlanEach each)
    {
        if (units.TryGetValue(each, out var part))
            return part;
        var (times, periods) = Times.Units(each);
        string relation = Values("units", "u, p", 2, periods.Select((period, unit) => $"({SqlText.Of(unit)}, {SqlText.Of(period)})"));
        units.Add(each, part = new SqlStatement(this, times, relation));
        return part;
    }

    /// <summary>The part whose periods are the units of several <c>each</c>, the outermost first; the joins from a relation of that part; and the period of this part there.</summary>
    public (SqlStatement Part, string Joins, string Period) In(EquatableArray<PlanEach> path, string alias)
    {
        var parts = new List<SqlStatement> { this };
        foreach (var each in path)
            parts.Add(parts[parts.Count - 1].Units(each));
        string Alias(int i) => i == path.Count ? alias : "u" + SqlText.Of(i);
        var joins = Enumerable.Range(0, path.Count).Reverse().Select(i => $" JOIN {parts[i + 1].UnitsOf} AS {Alias(i)} ON {Alias(i)}.u = {Alias(i + 1)}.p");
        return (parts[path.Count], string.Concat(joins), Alias(0) + ".p");
    }

    /// <summary>The relation of where steps lead from each period.</summary>
    public string Window(EquatableArray<PlanStep> steps)
    {
        if (windows.TryGetValue(steps, out string? name))
            return name;
        string words = steps.IsEmpty ? "stretches" : SqlText.Word(NumberPrinter.Steps(steps).Trim());
        var rows = Times.Stretches(steps).Select(s => $"({SqlText.Of(s.Period)}, {s.FromInstant}, {s.ToInstant}, {s.FromDay}, {s.ToDay})");
        windows.Add(steps, name = Values(words, "p, from_us, to_us, from_day, to_day", 5, rows));
        return name;
    }

    /// <summary>The members of a set at each period after steps, for each key.</summary>
    public string Set(PlanSet set, EquatableArray<PlanStep> steps, IReadOnlyList<SqlKey> keys)
    {
        var cacheKey = (set, steps, keys.ToEquatable());
        if (sets.TryGetValue(cacheKey, out string? name))
            return name;
        string columns = string.Concat(keys.Select(k => k.Name + ", "));
        if (set is PlanSetCombination combination)
        {
            string left = Set(combination.Left, steps, keys);
            string right = Set(combination.Right, steps, keys);
            if (Dialect.IsFlat)
                return Combined(combination.Operator, left, right, keys);
            string op = combination.Operator switch
            {
                SetOperator.Union => "UNION",
                SetOperator.Intersect => "INTERSECT",
                SetOperator.Except => "EXCEPT",
                _ => throw Unexpected.Value(combination.Operator),
            };
            name = Relation("members", $"SELECT p, {columns}member FROM {left}\n{op}\nSELECT p, {columns}member FROM {right}");
        }
        else if (set is PlanSetReading reading)
        {
            var aggregate = Plan.Aggregates[reading.Aggregate];
            var selection = Plan.Selections[aggregate.Selection];
            var rows = new SqlRows(this, selection.Source, selection.Time, steps.AddRange(reading.Steps), keys);
            string member = rows.Entity("member", aggregate.Value as RowColumn ?? throw Unexpected.Node(aggregate.Value!));
            string where = string.Join(" AND ", selection.Filters.Select(rows.Filter).Append($"{member} IS NOT NULL"));
            string grouped = string.Concat(rows.Keys().Select(k => k + ", "));
            name = Relation(SqlText.Word(Plan.NameOf(selection.Source)) + "_set", $"SELECT DISTINCT p, {grouped}{member} AS member\nFROM {rows.Name()}\n{rows.And} {where}");
        }
        else
        {
            throw Unexpected.Node(set);
        }

        sets.Add(cacheKey, name);
        return name;
    }

    /// <summary>Where it is not known who is in a set, because a filter of one of its rows overflows: columns p and the keys. Null where no filter can.</summary>
    public string? Doubts(PlanSet set, EquatableArray<PlanStep> steps, IReadOnlyList<SqlKey> keys)
    {
        string columns = "p" + string.Concat(keys.Select(k => ", " + k.Name));
        if (set is PlanSetCombination combination)
        {
            string[] sides = [.. new[] { combination.Left, combination.Right }.Select(side => Doubts(side, steps, keys)).OfType<string>().Distinct()];
            return sides.Length < 2 ? sides.FirstOrDefault() : Relation("doubts", string.Join("\nUNION\n", sides.Select(side => $"SELECT {columns} FROM {side}")));
        }

        if (set is not PlanSetReading reading)
            throw Unexpected.Node(set);
        var selection = Plan.Selections[Plan.Aggregates[reading.Aggregate].Selection];
        var rows = new SqlRows(this, selection.Source, selection.Time, steps.AddRange(reading.Steps), keys);
        return rows.Doubtful(selection.Filters) is { } doubtful
            ? Relation(SqlText.Word(Plan.NameOf(selection.Source)) + "_doubts", $"SELECT DISTINCT {columns}\nFROM {rows.Name()}\nWHERE {doubtful}")
            : null;
    }

    /// <summary>The whole statement.</summary>
    public string Text(string select, IEnumerable<string> comments)
    {
        var text = new StringBuilder();
        foreach (string comment in comments)
            text.Append("-- ").Append(SqlText.Comment(comment)).Append('\n');
        for (int i = 0; i < relations.Count; i++)
        {
            text.Append(i == 0 ? "WITH " : ",\n").Append(relations[i].Name).Append(" AS ").Append(once.Contains(relations[i].Name) ? Dialect.ComputedOnce : "").Append("(\n  ");
            text.Append(relations[i].Body.Replace("\n", "\n  ")).Append("\n)");
        }

        return text.Append(relations.Count > 0 ? "\n" : "").Append(select).Append('\n').ToString();
    }

    public string DateOf(string instant) => DateOf(instant, Shift(SqlZoneTable.Dates, instant));

    /// <summary>The same with the zone's shift at hand.</summary>
    public string DateOf(string instant, string shift) => Dialect.DayOf is { } day ? SqlDialect.Fill(day, $"{instant} + {shift}") : FloorOf($"({instant} + {shift})", Day);

    public string HourOf(string instant) => HourOf(instant, Shift(SqlZoneTable.Hours, instant));

    /// <summary>The same with the zone's shift at hand.</summary>
    public string HourOf(string instant, string shift)
    {
        string local = $"({instant} + {shift})";
        return SqlDialect.Fill(Dialect.WholeQuotient, $"(({local} % {Day}) + {Day}) % {Day}", HourLong);
    }

    public string StartOf(int day) => Times.StartOf(day);

    public string StartOf(string date) => StartOf(date, Shift(SqlZoneTable.Days, date));

    /// <summary>The same with the zone's shift at hand.</summary>
    public string StartOf(string date, string shift) => $"({date} * {Day} - {shift})";

    /// <summary>Whether a relation has a row of the period and the keys at hand, where NULL is a key like others.</summary>
    /// <param name="from">The relation, with an alias, and what is joined to it.</param>
    /// <param name="period">The period there, and at hand.</param>
    /// <param name="keys">The keys there, and at hand.</param>
    public string Exists(string from, (string There, string Here) period, IEnumerable<(string There, string Here)> keys)
    {
        if (Dialect.Correlates)
            return $"EXISTS (SELECT 1 FROM {from} WHERE {period.There} = {period.Here}{string.Concat(keys.Select(k => $" AND {k.There} IS NOT DISTINCT FROM {k.Here}"))})";
        string Listed(Func<(string There, string Here), string> side) => string.Join(", ", keys.Select(k => SqlDialect.Fill(Dialect.KeyOrNull, side(k))).Prepend(side(period)));
        return $"(({Listed(static k => k.Here)}) IN (SELECT {Listed(static k => k.There)} FROM {from}))";
    }

    /// <summary>A column of a relation with an alias, as one of the columns selected.</summary>
    public string Selected(string alias, string column) => SqlDialect.Fill(Dialect.Selected, alias, column);

    // Where there is neither INTERSECT nor EXCEPT. What is global is found once, for all servers.
    private string Combined(SetOperator op, string left, string right, IReadOnlyList<SqlKey> keys)
    {
        string columns = $"p, {string.Concat(keys.Select(k => k.Name + ", "))}member";
        string coded = $"(p, {string.Concat(keys.Select(k => SqlDialect.Fill(Dialect.KeyOrNull, k.Name) + ", "))}member)";
        return Relation("members", op switch
        {
            SetOperator.Union => $"SELECT DISTINCT {columns} FROM (SELECT {columns} FROM {left} UNION ALL SELECT {columns} FROM {right})",
            SetOperator.Intersect => $"SELECT {columns} FROM {left} WHERE {coded} GLOBAL IN (SELECT {coded.Substring(1, coded.Length - 2)} FROM {right})",
            SetOperator.Except => $"SELECT {columns} FROM {left} WHERE {coded} GLOBAL NOT IN (SELECT {coded.Substring(1, coded.Length - 2)} FROM {right})",
            _ => throw Unexpected.Value(op),
        });
    }

    public string Claim(string name)
    {
        name = SqlNames.Short(name);
        string unique = name;
        for (int i = 2; !names.Add(unique); i++)
            unique = $"{name}_{SqlText.Of(i)}";
        return unique;
    }

    /// <summary>The relation of a zone's shifts: columns from_at, to_at and shift_us.</summary>
    public string Zone(SqlZoneTable table)
    {
        if (!zones.TryGetValue(table, out string? name))
        {
            string word = "zone_" + table.ToString().ToLowerInvariant();
            zones.Add(table, name = Values(word, "from_at, to_at, shift_us", 3, Times.Zone(table).Select(row => $"({row})")));
        }

        return name;
    }

    /// <summary>The shift of a zone at a time that is a number over aggregates.</summary>
    public string ShiftOfNumber(SqlZoneTable table, string at) => Dialect.ShiftOfZone is null ? Shift(table, at) : LookedUp(table, at);

    /// <summary>Whether shifts of times in rows are looked up in place, by no subquery or join that searches the relation.</summary>
    public bool LooksUp => !Dialect.Correlates || Dialect is { ShiftOfZone: not null, IsShiftOfNumbersOnly: false };

    /// <summary>The shift of a zone at a time.</summary>
    private string Shift(SqlZoneTable table, string at) => LooksUp ? LookedUp(table, at) : Looked(table, at);

    /// <summary>The shift of a zone, looked up where no subquery may look at the row around it, or need not.</summary>
    public string LookedUp(SqlZoneTable table, string at)
    {
        if (Dialect.ShiftOfZone is { } shift)
            return SqlDialect.Fill(shift, Zone(table), at);
        if (Dialect.IsFlat && (Times.Zone(table).Count == 1 || Dialect.Require(SqlConstruct.ZonesThatChange)))
            return $"({Times.Zone(table)[0].Split([", "], StringSplitOptions.None)[2]})";
        if (!zoneArrays.TryGetValue(table, out var arrays))
        {
            arrays = SqlZoneArrays.Of(Times.Zone(table), Dialect);
            zoneArrays.Add(table, arrays);
            zones.Add(table, Relation("zone_" + table.ToString().ToLowerInvariant(), arrays.Body));
        }

        return arrays.Shift(zones[table], at, Dialect);
    }

    private string Looked(SqlZoneTable table, string at) => $"(SELECT z.shift_us FROM {Zone(table)} AS z WHERE {at} >= z.from_at AND {at} < z.to_at)";

    private string Values(string name, string columns, int count, IEnumerable<string> rows)
    {
        string list = string.Join(",\n  ", rows);
        if (Dialect.TypedValues is { } typed && list.Length > 0)
            return Relation(name, SqlDialect.Fill(typed, string.Join(", ", columns.Split([", "], StringSplitOptions.None).Select(c => SqlDialect.Fill(Dialect.TypedColumn, c))), list));
        string body = list.Length > 0
            ? $"VALUES\n  {list}"
            : $"SELECT {string.Join(", ", Enumerable.Repeat("CAST(NULL AS BIGINT)", count))} WHERE FALSE";
        string unique = Claim(name);
        relations.Add(($"{unique}({columns})", body));
        return unique;
    }

    // The quotient towards minus infinity: SQL's own cuts towards zero.
    private string FloorOf(string dividend, string divisor) =>
        SqlDialect.Fill(Dialect.WholeQuotient, $"({dividend} - (({dividend} % {divisor}) + {divisor}) % {divisor})", divisor);
}
