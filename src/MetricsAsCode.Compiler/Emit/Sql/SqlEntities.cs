using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. For each leaf of the measure a relation has one row per period, group and entity.
// 2. The entities are a relation of their own: those with rows, those of a source, or the members of a set.
// 3. The measure is an expression over the entities left-joined with the leaves: NULL where it is missing. Where a leaf has no row, counts and sums are 0.
// 4. The outer aggregate counts the entities and those whose measure is known.

/// <summary>Numbers per entity.</summary>
internal sealed class SqlEntities(SqlStatement statement)
{
    private const string Entities = "entities";
    private const string Known = "known";
    private const string Value = "outcome";
    private const string ExactKnown = "exact_known";
    private const string Exactly = "exactly";
    private readonly SqlAggregates aggregates = new(statement.Dialect, statement.Arithmetic);

    public SqlPerQuery Statement(PlanPer per, IReadOnlyList<SqlKey> keys, IEnumerable<string> comments)
    {
        var (relation, measure) = Measured(per.Operand, per.Key, keys);
        return Query(Items(per, measure), relation, keys, comments);
    }

    public SqlPerQuery Statement(PlanSharePer per, IReadOnlyList<SqlKey> keys, IEnumerable<string> comments)
    {
        var (relation, measure) = Measured(per.Condition, per.Key, keys);
        List<(string, SqlItem)> items = [(Entities, Counted("count(*)")), (Known, Counted($"count(*) FILTER (WHERE {measure.Text})"))];
        return Query(items, relation, keys, comments);
    }

    /// <summary>The value of a number per entity inside another: a relation with a row per outer member, to be joined.</summary>
    public (string Relation, SqlValue Value) Inner(PlanPer per, IReadOnlyList<SqlKey> keys)
    {
        var (relation, measure) = Measured(per.Operand, per.Key, keys);
        return Aggregated(per.Kind, per.Parameter, relation, measure, keys);
    }

    /// <summary>The value of a number per unit inside one per entity: every unit of each of the entities counts, whether it has rows or not.</summary>
    public (string Relation, SqlValue Value) Inner(PlanEach each, IReadOnlyList<SqlKey> keys, string entities)
    {
        var part = statement.Units(each);
        var leaves = new SqlEntityLeaves(part, each.Operand, keys);
        string columns = string.Concat(keys.Select(k => ", " + statement.Selected("en", k.Name)));
        string all = part.Relation("entities_by_unit", $"SELECT u.u AS p{columns}\nFROM {entities} AS en JOIN {part.UnitsOf} AS u ON u.p = en.p");
        var compiler = new SqlMeasureCompiler(part, new SqlEntities(part), keys, leaves, () => all);
        var value = compiler.Visit(each.Operand);
        string exact = value.ExactPart is { } exactly ? $", {exactly.Text} AS exact_part" : "";
        string measures = part.Relation("measures", $"SELECT {statement.Selected("u", "p")}{columns}, {value.Text} AS measure{exact}\nFROM {all} AS en\nJOIN {part.UnitsOf} AS u ON u.u = en.p{compiler.Joins()}");
        return Aggregated(each.Kind, each.Parameter, measures, Stored(value), keys);
    }

    private (string Relation, SqlValue Value) Aggregated(AggregateKind kind, decimal? parameter, string relation, SqlValue measure, IReadOnlyList<SqlKey> keys)
    {
        if (kind == AggregateKind.Avg)
            return Mean(relation, keys, measure);
        var item = aggregates.Of(kind, parameter, measure, "");
        var value = item.Value with { Text = "value", ExactPart = null };
        if (measure.ExactPart is not { } part || !KeepsExactness(kind))
            return (Grouped(relation, keys, [("value", item)]), value);

        // Where each is exact, so is what they make: none where it has too many digits.
        var exact = aggregates.Of(kind, parameter, part, "");
        string areExact = $"count({part.Text}) = count({measure.Text})";
        var either = item with { Text = $"CASE WHEN count({measure.Text}) > 0 AND {areExact} AND {exact.Text} IS NULL THEN NULL ELSE {item.Text} END" };
        var exactly = exact with { Text = $"CASE WHEN {areExact} THEN {exact.Text} END" };
        return (Grouped(relation, keys, [("value", either), (Exactly, exactly)]), value with { ExactPart = exact.Value with { Text = Exactly } });
    }

    private (string Relation, SqlValue Value) Mean(string relation, IReadOnlyList<SqlKey> keys, SqlValue measure)
    {
        var sum = aggregates.Of(AggregateKind.Sum, null, measure, "");
        var mean = statement.Arithmetic.Apply(ArithmeticOperator.Divide, sum.Value with { Text = sum.Text, ExactPart = null }, Whole with { Text = "count(measure)" });
        var value = new SqlValue("value", SqlForm.Double);
        return (Grouped(relation, keys, [("value", new SqlItem(mean.Text, value))]), value);
    }

    public (string Relation, SqlValue Value) Inner(PlanSharePer per, IReadOnlyList<SqlKey> keys)
    {
        var (relation, measure) = Measured(per.Condition, per.Key, keys);
        string share = $"{SqlDialect.Fill(statement.Dialect.Double, $"count(*) FILTER (WHERE {measure.Text})")} / NULLIF(count(*), 0)";
        var value = new SqlValue("value", SqlForm.Double);
        return (Grouped(relation, keys, [("value", new SqlItem(share, value))]), value);
    }

    private (string Relation, SqlValue Measure) Measured(PlanNumber measure, PlanKey key, IReadOnlyList<SqlKey> outer)
    {
        statement.Dialect.Require(SqlConstruct.Entities);
        IReadOnlyList<SqlKey> keys = [.. outer, new SqlEntityKey($"e{SqlText.Of(outer.Count + 1)}", key)];
        var leaves = new SqlEntityLeaves(statement, measure, keys);
        string? found = null;
        string Entities() => found ??= new SqlEntityRows(statement, keys, outer, leaves).Of(key, measure);
        var compiler = new SqlMeasureCompiler(statement, this, keys, leaves, Entities);
        var value = compiler.Visit(measure);
        string entities = Entities();
        string columns = string.Concat(outer.Select(k => ", " + statement.Selected("en", k.Name)));
        string exact = value.ExactPart is { } part ? $", {part.Text} AS exact_part" : "";
        string body = $"SELECT {statement.Selected("en", "p")}{columns}, {value.Text} AS measure{exact}\nFROM {entities} AS en{compiler.Joins()}";
        return (statement.Relation("measures", body), Stored(value));
    }

    private static SqlValue Stored(SqlValue measure)
    {
        var partOf = measure.ExactPart is { } kept ? kept with { Text = "exact_part", Overflows = [] } : null;
        return measure with { Text = "measure", Constant = null, Overflows = [], ExactPart = partOf };
    }

    private List<(string Name, SqlItem Item)> Items(PlanPer per, SqlValue measure)
    {
        List<(string, SqlItem)> items = [(Entities, Counted("count(*)")), (Known, Counted("count(measure)"))];
        if (measure.ExactPart is { } part && (KeepsExactness(per.Kind) || per.Kind == AggregateKind.Avg))
        {
            items.Add((ExactKnown, Counted($"count({part.Text})")));
            items.Add((Exactly, aggregates.Of(per.Kind == AggregateKind.Avg ? AggregateKind.Sum : per.Kind, per.Parameter, part, "")));
        }

        // An average is the sum over the count, and rounded once where both are at hand.
        if (per.Kind != AggregateKind.Count)
            items.Add((Value, aggregates.Of(per.Kind == AggregateKind.Avg ? AggregateKind.Sum : per.Kind, per.Parameter, measure, "")));
        return items;
    }

    // What exact numbers make is exact.
    private static bool KeepsExactness(AggregateKind kind) => kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max or AggregateKind.PercentileDisc;

    private SqlPerQuery Query(List<(string Name, SqlItem Item)> items, string relation, IReadOnlyList<SqlKey> keys, IEnumerable<string> comments)
    {
        string group = "p" + string.Concat(keys.Select(k => ", " + k.Name));
        string select = SqlEmitter.Select(group, items.Select(i => $"{i.Item.Text} AS {i.Name}"), relation, group);
        SqlColumn? Column(string name) => items.FindIndex(i => i.Name == name) is >= 0 and var at
            ? new SqlColumn(1 + keys.Count + at, items[at].Item.Value.Form, items[at].Item.Value.IsMoney)
            : null;
        return new SqlPerQuery(statement.Text(select, comments), Column(Entities)!, Column(Known)!, Column(Value), Column(ExactKnown), Column(Exactly));
    }

    private string Grouped(string relation, IReadOnlyList<SqlKey> keys, IEnumerable<(string Name, SqlItem Item)> items)
    {
        string group = "p" + string.Concat(keys.Select(k => ", " + k.Name));
        return statement.Relation("inner_numbers", SqlEmitter.Select(group, items.Select(i => $"{i.Item.Text} AS {i.Name}"), relation, group));
    }

    private static SqlItem Counted(string text) => new(text, Whole);

    private static SqlValue Whole => new("", SqlForm.Exact, 0, 12);
}
