using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>How an aggregate is read.</summary>
internal sealed record SqlRead(AggregateKind Kind, decimal? Parameter);

/// <summary>An aggregate over the rows of one relation: items to select, each with its name.</summary>
internal sealed class SqlLeaf
{
    public List<(string Name, SqlItem Item)> Items { get; } = [];

    public string Count { get; set; } = "";

    public string? Rows { get; set; }

    public string? Overflow { get; set; }

    public Dictionary<(AggregateKind, decimal?), string> Values { get; } = [];
}

/// <summary>Writes aggregates of the plan over rows.</summary>
internal sealed class SqlLeaves(SqlStatement statement, SqlRows rows)
{
    private readonly SqlAggregates aggregates = new(statement.Dialect, statement.Arithmetic);

    /// <summary>The columns by which an aggregate is read in several ways.</summary>
    public SqlLeaf Of(PlanAggregate aggregate, IEnumerable<SqlRead> reads)
    {
        var selection = statement.Plan.Selections[aggregate.Selection];
        string where = rows.Passed(selection.Filters);
        string filter = where.Length == 0 ? "" : $" FILTER (WHERE {where})";
        string id = "a" + SqlText.Of(aggregate.Id);
        var leaf = new SqlLeaf();
        var value = aggregate.Value is null ? null : Value(aggregate, id);
        var overflows = (rows.Doubtful(selection.Filters) is { } doubtful ? new[] { doubtful } : [])
            .Concat((value?.Overflows ?? []).Select(o => where.Length == 0 ? o : $"{where} AND {o}"))
            .ToList();
        leaf.Count = Add(leaf, $"{id}_n", new SqlItem(aggregates.CountOf(value?.Text, where), CountOf()));
        if (aggregate.State == PlanState.Ordered)
            leaf.Rows = Add(leaf, $"{id}_rows", new SqlItem(aggregates.CountOf(null, where), CountOf()));
        if (overflows.Count > 0)
            leaf.Overflow = Add(leaf, $"{id}_over", new SqlItem($"coalesce({SqlDialect.Fill(statement.Dialect.AnyTrue, string.Join(" OR ", overflows))}, FALSE)", new SqlValue("", SqlForm.Boolean)));
        foreach (var read in reads.Distinct())
        {
            var key = (read.Kind, read.Parameter);
            if (read.Kind == AggregateKind.Count || leaf.Values.ContainsKey(key))
                continue;
            var item = aggregate.State == PlanState.Ordered
                ? aggregates.InOrder(read.Kind, read.Parameter, value!, Order(value!), filter)
                : aggregates.Of(read.Kind, read.Parameter, value!, filter);
            string suffix = read.Parameter is { } p ? "_" + SqlText.Of(p).Replace('.', '_').Replace('-', '_') : "";
            leaf.Values.Add(key, Add(leaf, $"{id}_{SqlText.Word(read.Kind.ToString())}{suffix}", item));
        }

        return leaf;
    }

    /// <summary>How many rows an aggregate has left after its filters, whether their value is known or not.</summary>
    public void AddRows(SqlLeaf leaf, PlanAggregate aggregate)
    {
        if (leaf.Rows is not null)
            return;
        string where = rows.Passed(statement.Plan.Selections[aggregate.Selection].Filters);
        leaf.Rows = aggregate.Value is null
            ? leaf.Count
            : Add(leaf, $"a{SqlText.Of(aggregate.Id)}_rows", new SqlItem(aggregates.CountOf(null, where), CountOf()));
    }

    private static SqlValue CountOf() => new("", SqlForm.Exact, 0, 12);

    // Entities are told apart as they are stored.
    private SqlValue Value(PlanAggregate aggregate, string id) => rows.Expression($"{id}_v", aggregate.Value!);

    private string Order(SqlValue value)
    {
        var keys = rows.Source.Columns.Where(c => c.IsKey).Select(c => rows.Expression($"key_{SqlText.Word(c.Name)}", new RowColumn([], c, c.Type)).Text);
        var order = (rows.Time() is { } time ? new[] { time } : []).Concat(keys).Distinct().ToList();
        order.Add(value.Text + statement.Dialect.NullsLast);
        return string.Join(", ", order);
    }

    private static string Add(SqlLeaf leaf, string name, SqlItem item)
    {
        leaf.Items.Add((name, item));
        return name;
    }
}
