using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Turns a number into SQL over entities, left-joined with what its leaves have found for each of them. NULL is missing.</summary>
/// <param name="statement">The statement, or the part of it whose periods are at hand.</param>
/// <param name="entities">Writes numbers per entity inside this one.</param>
/// <param name="keys">Whose number it is.</param>
/// <param name="leaves">What the leaves have found.</param>
/// <param name="all">The relation of all entities, for numbers that are computed for each unit of each of them.</param>
internal sealed class SqlMeasureCompiler(SqlStatement statement, SqlEntities entities, IReadOnlyList<SqlKey> keys, SqlEntityLeaves leaves, Func<string> all) : PlanNumberVisitor<SqlValue>
{
    private readonly SqlArithmetic arithmetic = statement.Arithmetic;
    private readonly SqlReach reach = new(statement, "en.p");
    private readonly List<string> joins = [];
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);

    /// <summary>The joins that the expressions need.</summary>
    public string Joins() => string.Concat(joins);

    protected override SqlValue Constant(PlanConstant node) => node.Unit.IsNumeric ? SqlValue.Number(node.Value, statement.Dialect) : SqlRowCompiler.Constant(statement.Dialect, node.Literal);

    protected override SqlValue AsOf(PlanAsOf node) => new(statement.Times.AsOf, SqlForm.Instant);

    protected override SqlValue Reading(PlanReading node)
    {
        var aggregate = statement.Plan.Aggregates[node.Aggregate];
        var kind = node.Kind == AggregateKind.Avg ? AggregateKind.Sum : node.Kind;
        var (alias, leaf) = Leaf(aggregate, node.Steps);
        SqlValue Column(string name) => leaf.Items.First(i => i.Name == name).Item.Value with { Text = $"{alias}.{name}", Overflows = [], Constant = null };
        var count = Column(leaf.Count);
        var value = kind == AggregateKind.Count ? count : Column(leaf.Values[(kind, node.Parameter)]);
        if (node.Kind == AggregateKind.Avg)
            value = arithmetic.Apply(ArithmeticOperator.Divide, value, count);
        bool isZeroOfNothing = node.Kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct;
        if (isZeroOfNothing)
            value = value with { Text = $"coalesce({value.Text}, 0)" };
        if (leaf.Overflow is { } over)
            value = value with { Text = $"(CASE WHEN {alias}.{over} IS NOT TRUE THEN {value.Text} END)" };
        var source = statement.Plan.Selections[aggregate.Selection];
        return When(value, reach.Of(aggregate, node.Steps).Concat(isZeroOfNothing ? Present(source, node.Steps) : []));
    }

    protected override SqlValue Share(PlanShare node)
    {
        var hits = Count(node.Hits, node.Steps);
        var among = Count(node.Base, node.Steps);
        return arithmetic.Apply(ArithmeticOperator.Divide, hits, among);
    }

    protected override SqlValue Size(PlanSize node)
    {
        string members = statement.Set(node.Set, [], keys);
        string columns = "p" + string.Concat(keys.Select(k => ", " + k.Name));
        string relation = statement.Relation("sizes", SqlEmitter.Select(columns, ["count(*) AS size"], members, columns));
        var presences = SqlReach.ReadingsOf(node.Set).SelectMany(r => Present(statement.Plan.Selections[statement.Plan.Aggregates[r.Aggregate].Selection], r.Steps));

        string alias = Join(relation);
        var size = new SqlValue($"coalesce({alias}.size, 0)", SqlForm.Exact, 0, 12);
        return InAny(size, Told(node.Set), presences);
    }

    protected override SqlValue Arithmetic(PlanArithmetic node) => arithmetic.Apply(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Negate(PlanNegate node) => arithmetic.Negate(Visit(node.Operand));

    protected override SqlValue Compare(PlanCompare node) => arithmetic.Compare(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Logic(PlanLogic node) => arithmetic.Logic(node.IsOr, Visit(node.Left), Visit(node.Right));

    protected override SqlValue Not(PlanNot node) => arithmetic.Not(Visit(node.Operand));

    protected override SqlValue IsMissing(PlanIsMissing node) => arithmetic.IsMissing(Visit(node.Operand));

    protected override SqlValue In(PlanIn node) => arithmetic.In(Visit(node.Operand), [.. node.Choices.Select(c => SqlRowCompiler.Constant(statement.Dialect, c))]);

    protected override SqlValue If(PlanIf node) => arithmetic.If(Visit(node.Condition), Visit(node.Then), Visit(node.Else));

    protected override SqlValue Call(PlanCall node) => arithmetic.Call(node.Function, [.. node.Arguments.Select(Visit)]);

    protected override SqlValue Per(PlanPer node)
    {
        var (relation, value) = entities.Inner(node, keys);
        return Aggregated(node, node.Kind, value, Join(relation), Told(node.Key));
    }

    private SqlValue Aggregated(PlanNumber node, AggregateKind kind, SqlValue found, string alias, IEnumerable<string> conditions)
    {
        string text = $"{alias}.{found.Text}";
        var exactly = found.ExactPart is { } part ? part with { Text = $"{alias}.{part.Text}" } : null;
        if (kind is not (AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct))
            return When(found with { Text = text, ExactPart = exactly }, conditions);
        var presences = SqlLeafRows.All(statement.Plan, node).SelectMany(leaf => Present(statement.Plan.Selections[leaf.Selection], leaf.Steps, leaf.Units));
        var zero = exactly is null ? null : exactly with { Text = $"(CASE WHEN {text} IS NULL THEN 0 ELSE {exactly.Text} END)" };
        return InAny(found with { Text = $"coalesce({text}, 0)", ExactPart = zero }, conditions, presences);
    }

    protected override SqlValue SharePer(PlanSharePer node)
    {
        var (relation, value) = entities.Inner(node, keys);
        return When(value with { Text = $"{Join(relation)}.{value.Text}" }, Told(node.Key));
    }

    protected override SqlValue Each(PlanEach node)
    {
        var (relation, value) = entities.Inner(node, keys, all());
        return Aggregated(node, node.Kind, value, Join(relation), node.Steps.IsEmpty ? [] : [reach.InWindow(node.Steps)]);
    }

    protected override SqlValue LeftOut(PlanLeftOut node) => Visit(node.Operand);

    protected override SqlValue Within(PlanWithin node) => When(Visit(node.Operand), node.Steps.IsEmpty ? [] : [reach.InWindow(node.Steps)]);

    // Who is in a set is told where its windows lead somewhere, and no filter of its rows overflows.
    private IEnumerable<string> Told(PlanSet set)
    {
        if (statement.Doubts(set, [], keys) is not { } doubts)
            return reach.Of(set, []);
        return reach.Of(set, []).Append($"NOT {statement.Exists($"{doubts} AS d", ("d.p", "en.p"), keys.Select(k => ($"d.{k.Name}", $"en.{k.Name}")))}");
    }

    private IEnumerable<string> Told(PlanKey key) => key switch
    {
        PlanSetKey set => Told(set.Set),
        PlanSourceKey { Steps.IsEmpty: false } source => [reach.InWindow(source.Steps)],
        _ => [],
    };

    // In a breakdown a 0 of several sources is none only where none of them has a row of the group yet.
    private static SqlValue InAny(SqlValue value, IEnumerable<string> conditions, IEnumerable<string> presences)
    {
        string any = string.Join(" OR ", presences.Distinct());
        return When(value, any.Length == 0 ? conditions : conditions.Append($"({any})"));
    }

    private SqlValue Count(int aggregate, EquatableArray<PlanStep> steps)
    {
        var planned = statement.Plan.Aggregates[aggregate];
        var (alias, leaf) = Leaf(planned, steps);
        string text = $"coalesce({alias}.{leaf.Count}, 0)";
        if (leaf.Overflow is { } over)
            text = $"(CASE WHEN {alias}.{over} IS NOT TRUE THEN {text} END)";
        return When(new SqlValue(text, SqlForm.Exact, 0, 12), reach.Of(planned, steps));
    }

    private (string Alias, SqlLeaf Leaf) Leaf(PlanAggregate aggregate, EquatableArray<PlanStep> steps)
    {
        var (relation, leaf) = leaves.Find(aggregate.Id, steps);
        return (Join(relation), leaf);
    }

    private string Join(string relation)
    {
        if (aliases.TryGetValue(relation, out string? alias))
            return alias;
        aliases.Add(relation, alias = "l" + SqlText.Of(aliases.Count));
        string on = string.Concat(keys.Select(k => $" AND {alias}.{k.Name} {(k.IsNeeded ? "=" : "IS NOT DISTINCT FROM")} en.{k.Name}"));
        joins.Add($"\nLEFT JOIN {relation} AS {alias} ON {alias}.p = en.p{on}");
        return alias;
    }

    // In a breakdown, whether the source has a row of the group by the end of the stretch.
    private IEnumerable<string> Present(PlanSelection selection, EquatableArray<PlanStep> steps, EquatableArray<PlanEach> units = default)
    {
        var (source, time) = (selection.Source, selection.Time);
        IReadOnlyList<SqlKey> groups = [.. keys.Where(k => k is SqlGroupKey)];
        if (groups.Count == 0)
            yield break;
        var begun = time?.Life is { } life ? time with { Life = life with { IncludesEnded = true } } : time;
        var (part, joins, period) = statement.In(units, "s");
        var rows = new SqlRows(part, source, begun, steps, groups, upToTheEnd: true);
        string relation = part.Relation(SqlText.Word(source.Name) + "_groups", $"SELECT DISTINCT p, g\nFROM {rows.Name()}");
        yield return statement.Exists($"{relation} AS s{joins}", (period, "en.p"), [("s.g", "en.g")]);
    }

    private static SqlValue When(SqlValue value, IEnumerable<string> conditions)
    {
        string[] all = [.. conditions.Distinct()];
        if (all.Length == 0)
            return value;
        string condition = string.Join(" AND ", all);
        SqlValue Conditioned(SqlValue part) => part with { Text = $"(CASE WHEN {condition} THEN {part.Text} END)", Constant = null };
        return Conditioned(value) with { ExactPart = value.ExactPart is { } exactly ? Conditioned(exactly) : null };
    }
}
