using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. A column that follows from other rows is one more column of a relation that has every row of its source once.
// 2. Each such column is added to the relation that has those it reads itself.

/// <summary>The tables of a statement with columns that are computed from other rows.</summary>
internal sealed class SqlDerived(SqlStatement statement)
{
    /// <summary>The name of a relation with every row of a source once: its columns, and some computed ones.</summary>
    public string Table(SourceSymbol source, IEnumerable<int> columns)
    {
        string table = statement.Table(source);
        foreach (var derived in statement.Plan.Derived.Where(d => Needed(columns).Contains(d.Id)))
            table = statement.Computed($"{SqlText.Word(source.Name)}_with_{derived.Column.Name}", With(derived, table));
        return table;
    }

    private string With(PlanDerived derived, string table) => statement.Dialect.Require(SqlConstruct.OtherRows) ? derived.Derivation switch
    {
        PlanNeighbour node => Neighbour(node, derived.Column, table),
        PlanChainPart node => new SqlChains(statement, this).Part(node, derived.Column, table),
        PlanReturned node => new SqlReturns(statement, this).Returned(node, derived.Column, table),
        PlanMature node => new SqlReturns(statement, this).Mature(node, derived.Column, table),
        PlanAnswered node => Answered(node, derived.Column, table),
        PlanSegment node => Segment(node, derived.Column, table),
        _ => throw Unexpected.Node(derived.Derivation),
    } : table;

    /// <summary>A relation with every row of a source once, with the computed columns that the filters of a selection read.</summary>
    public string TableOf(PlanSelection selection)
    {
        var read = selection.Filters.SelectMany(f => PlanRowParts.Columns(statement.Plan.Filters[f].Condition)).Select(c => c.Column).ToList();
        return Table(selection.Source, statement.Plan.Derived.Where(d => read.Contains(d.Column)).Select(d => d.Id));
    }

    private string Answered(PlanAnswered node, ColumnSymbol column, string table)
    {
        var answers = statement.Plan.Selections[node.Answers];
        var came = new SqlRows(statement, answers.Source, answers.Time, [], [], table: TableOf(answers));
        string via = came.Raw(node.Via).Text;
        string inner = came.Whole($"{via} AS e, {IsAmong(came, answers, [via])} AS is_answer");
        string relation = statement.Relation("answers", $"SELECT DISTINCT e FROM (\n  {inner.Replace("\n", "\n  ")}\n) AS came WHERE is_answer");
        var rows = new SqlRows(statement, node.Source, null, [], [], table: table);
        return rows.Whole($"r.*, coalesce({rows.Raw(node.Key).Text} IN (SELECT e FROM {relation}), FALSE) AS {statement.Dialect.NameOf(column.Name)}");
    }

    private string Segment(PlanSegment node, ColumnSymbol column, string table)
    {
        var rows = new SqlRows(statement, node.Source, null, [], [], table: table);
        int filter = statement.Plan.Selections[node.Inside].Filters.Single();
        var tested = new SqlRowCompiler(statement, rows).Visit(statement.Plan.Filters[filter].Condition);
        // A row whose condition overflows is in no group of the segment.
        string condition = tested.Overflows.Length == 0 ? tested.Text : $"CASE WHEN ({string.Join(" OR ", tested.Overflows)}) IS NOT TRUE THEN {tested.Text} END";
        return rows.Whole($"r.*, {condition} AS {statement.Dialect.NameOf(column.Name)}");
    }

    private string Neighbour(PlanNeighbour node, ColumnSymbol column, string table)
    {
        var rows = new SqlRows(statement, node.Source, statement.Plan.Selections[node.Among].Time, [], [], table: table);
        string time = rows.Value(node.Time).Text;
        string[] by = [.. node.By.Select(c => rows.Raw(c).Text)];
        string among = IsAmong(rows, statement.Plan.Selections[node.Among], by.Append(time));
        string other = $"{(node.IsNext ? "lead" : "lag")}({time}, {SqlText.Of(node.Back)}) OVER (PARTITION BY {string.Join(", ", by.Prepend(among))} ORDER BY {string.Join(", ", Order(rows).Prepend(time))})";
        string between = node.IsNext ? $"({other} - {time})" : $"({time} - {other})";
        string unit = node.Time.Type.Kind == ScalarKind.Date ? $" * {SqlStatement.Day}" : "";
        return rows.Whole($"r.*, CASE WHEN {among} THEN {between}{unit} END AS {statement.Dialect.NameOf(column.Name)}");
    }

    /// <summary>Whether a row is one of a selection, not behind the as-of, and some values of it are known.</summary>
    public string IsAmong(SqlRows rows, PlanSelection selection, IEnumerable<string> known)
    {
        var conditions = selection.Filters
            .Select(id => new SqlRowCompiler(statement, rows).Visit(statement.Plan.Filters[id].Condition).Text)
            .Concat(known.Select(k => $"{k} IS NOT NULL"));
        if (selection.Time is not null)
            conditions = conditions.Append($"coalesce({statement.RowArithmetic.AsInstant(rows.Moment()).Text} < {statement.Times.AsOf}, TRUE)");
        return $"coalesce({string.Join(" AND ", conditions)}, FALSE)";
    }

    public IEnumerable<string> Order(SqlRows rows) =>
        PlanDerivation.OrderOf(rows.Source).Select(c => $"{rows.Raw(new RowColumn(default, c, c.Type)).Text}{statement.Dialect.NullsLast}");

    // Columns may read each other; those read are planned before.
    private HashSet<int> Needed(IEnumerable<int> columns)
    {
        var needed = new HashSet<int>(columns);
        foreach (var derived in statement.Plan.Derived.Reverse().Where(d => needed.Contains(d.Id)))
            needed.UnionWith(derived.ReadsOf(statement.Plan));
        return needed;
    }
}
