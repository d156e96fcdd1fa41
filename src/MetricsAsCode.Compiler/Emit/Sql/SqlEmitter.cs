using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>The groups of a breakdown in a statement.</summary>
/// <param name="Column">The dimension.</param>
/// <param name="Kept">SQL literals of the groups that stand for themselves (null: the missing one), the others being one group behind them; null when all do.</param>
public sealed record SqlGroups(ColumnSymbol Column, IReadOnlyList<string?>? Kept = null);

/// <summary>
/// Plan in, SQL out. Statements give one row for each period and group, never rows of a table; a period is a stretch of time that <see cref="ISqlTimes"/> has computed.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="dialect">How the engine writes SQL.</param>
/// <param name="times">Where windows lead.</param>
/// <param name="reads">Told of each column that a statement reads.</param>
/// <param name="tables">The tables of sources that are not those of their names; null for one that is.</param>
public sealed class SqlEmitter(Plan plan, SqlDialect dialect, ISqlTimes times, Action<ColumnSymbol>? reads = null, Func<SourceSymbol, SqlTable?>? tables = null)
{
    /// <summary>Aggregates over one source by one time, in one scan.</summary>
    /// <param name="aggregates">The aggregates, all over the same source and time, each with how it is read.</param>
    /// <param name="groups">The breakdown, or null.</param>
    /// <param name="comments">Lines that say what it is for.</param>
    public SqlQuery Readings(IReadOnlyDictionary<int, IReadOnlyCollection<(AggregateKind Kind, decimal? Parameter)>> aggregates, SqlGroups? groups, IEnumerable<string> comments)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        var keys = KeysOf(groups);
        var first = plan.Selections[plan.Aggregates[aggregates.Keys.First()].Selection];
        var rows = new SqlRows(statement, first.Source, first.Time, [], keys);
        var leaves = new SqlLeaves(statement, rows);
        var columns = new List<string>();
        var readings = new Dictionary<int, SqlReading>();
        foreach (var pair in aggregates.OrderBy(a => a.Key))
        {
            var leaf = leaves.Of(plan.Aggregates[pair.Key], pair.Value.Select(k => new SqlRead(k.Kind, k.Parameter)));
            int offset = 1 + keys.Count + columns.Count;
            columns.AddRange(leaf.Items.Select(i => $"{i.Item.Text} AS {i.Name}"));
            readings.Add(pair.Key, Reading(leaf, offset));
        }

        string group = string.Concat(keys.Select(k => ", " + k.Name));
        return new SqlQuery(statement.Text(Select($"p{string.Concat(rows.Keys().Select(k => ", " + k))}", columns, rows.Name(), $"p{group}"), comments), readings);
    }

    /// <summary>How many members a set has: column 0 the period, column 1 the group if there is one, then the count.</summary>
    public string Size(PlanSet set, SqlGroups? groups, IEnumerable<string> comments)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        var keys = KeysOf(groups);
        string members = statement.Set(set, [], keys);
        string group = string.Concat(keys.Select(k => ", " + k.Name));
        return statement.Text(Select($"p{group}", ["count(*) AS size"], members, $"p{group}"), comments);
    }

    /// <summary>Where a set's members are not known, because a filter of one of its rows overflows: column 0 the period, column 1 the group if there is one. Null where no filter can.</summary>
    public string? Doubts(PlanSet set, SqlGroups? groups)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        var keys = KeysOf(groups);
        return statement.Doubts(set, [], keys) is { } doubts
            ? statement.Text($"SELECT p{string.Concat(keys.Select(k => ", " + k.Name))}\nFROM {doubts}", ["of which sets the members are not known"])
            : null;
    }

    /// <summary>Which groups have rows, before any filter: column 0 the period, column 1 the group.</summary>
    public string Groups(SourceSymbol source, RowColumn? time, SqlGroups groups)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        var rows = new SqlRows(statement, source, time, [], KeysOf(groups));
        return statement.Text($"SELECT DISTINCT p, {rows.Keys().Single()}\nFROM {rows.Name()}", [$"groups of {plan.NameOf(source)}"]);
    }

    /// <summary>The smallest and largest value of a column, in days or microseconds, over all rows of a source.</summary>
    public string Extent(SourceSymbol source, RowColumn column)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        return statement.Text(new SqlRows(statement, source, null, [], []).Extent(column), []);
    }

    /// <summary>How many rows of a source have a value of a time column that is not below a bound, in days or microseconds.</summary>
    public string CountFrom(SourceSymbol source, RowColumn column, long least)
    {
        var statement = new SqlStatement(plan, dialect, times, reads, tables);
        return statement.Text(new SqlRows(statement, source, null, [], []).CountFrom(column, least), []);
    }

    /// <summary>An aggregate of a number over entities.</summary>
    public SqlPerQuery Per(PlanPer per, SqlGroups? groups, IEnumerable<string> comments) =>
        new SqlEntities(new SqlStatement(plan, dialect, times, reads, tables)).Statement(per, KeysOf(groups), comments);

    /// <summary>Entities for which a condition is true, and all entities.</summary>
    public SqlPerQuery Share(PlanSharePer per, SqlGroups? groups, IEnumerable<string> comments) =>
        new SqlEntities(new SqlStatement(plan, dialect, times, reads, tables)).Statement(per, KeysOf(groups), comments);

    internal static string Select(string keys, IEnumerable<string> columns, string from, string groupBy) =>
        $"SELECT {string.Join(",\n  ", new[] { keys }.Concat(columns))}\nFROM {from}\nGROUP BY {groupBy}";

    private static IReadOnlyList<SqlKey> KeysOf(SqlGroups? groups) => groups is null ? [] : [new SqlGroupKey(groups.Column, groups.Kept)];

    private static SqlReading Reading(SqlLeaf leaf, int offset)
    {
        SqlColumn Column(string name)
        {
            int at = leaf.Items.FindIndex(i => i.Name == name);
            var value = leaf.Items[at].Item.Value;
            return new SqlColumn(offset + at, value.Form, value.IsMoney, value.Scale);
        }

        return new SqlReading(
            Column(leaf.Count),
            leaf.Rows is { } rows ? Column(rows) : null,
            leaf.Overflow is { } over ? Column(over) : null,
            leaf.Values.ToDictionary(v => v.Key, v => Column(v.Value)));
    }
}
