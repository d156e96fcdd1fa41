using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. Whatever a number reads itself from one source by one time in one window is one relation with one row per entity: one scan.
// 2. It also says how many rows each aggregate has left after its filters, and whether one overflows in a filter: an entity with none has no row there for `per` a column.

/// <summary>What a number over entities reads itself, scanned source by source; numbers per entity inside it scan for themselves.</summary>
internal sealed class SqlEntityLeaves
{
    private readonly Dictionary<(int Aggregate, EquatableArray<PlanStep> Steps), (string Relation, SqlLeaf Leaf)> leaves = [];
    private readonly Dictionary<(int Selection, EquatableArray<PlanStep> Steps), (string Relation, string Left, string? Doubtful)> rowsLeft = [];

    public SqlEntityLeaves(SqlStatement statement, PlanNumber number, IReadOnlyList<SqlKey> keys)
    {
        string columns = "p" + string.Concat(keys.Select(k => ", " + k.Name));
        foreach (var scan in Reads(number).Distinct().GroupBy(r => (statement.Plan.Selections[statement.Plan.Aggregates[r.Aggregate].Selection] is var s ? s.Source : null, s.Time, r.Steps)))
        {
            var rows = new SqlRows(statement, scan.Key.Item1!, scan.Key.Time, scan.Key.Steps, keys);
            var writer = new SqlLeaves(statement, rows);
            var found = scan.GroupBy(r => r.Aggregate, r => r.Read).Select(a => (Aggregate: statement.Plan.Aggregates[a.Key], Leaf: writer.Of(statement.Plan.Aggregates[a.Key], a))).ToList();
            foreach (var (aggregate, leaf) in found)
                writer.AddRows(leaf, aggregate);
            string items = SqlEmitter.Select(columns, found.SelectMany(f => f.Leaf.Items).Select(i => $"{i.Item.Text} AS {i.Name}"), rows.Name(), columns);
            string relation = statement.Relation(SqlText.Word(scan.Key.Item1!.Name) + "_of_entities", items);
            foreach (var (aggregate, leaf) in found)
            {
                leaves.Add((aggregate.Id, scan.Key.Steps), (relation, leaf));
                rowsLeft[(aggregate.Selection, scan.Key.Steps)] = (relation, leaf.Rows!, leaf.Overflow);
            }
        }
    }

    public (string Relation, SqlLeaf Leaf) Find(int aggregate, EquatableArray<PlanStep> steps) => leaves[(aggregate, steps)];

    /// <summary>Where the rows of a selection have been counted; null when the number does not read them itself.</summary>
    public (string Relation, string Left, string? Doubtful)? RowsOf(int selection, EquatableArray<PlanStep> steps) => rowsLeft.TryGetValue((selection, steps), out var rows) ? rows : null;

    private static IEnumerable<(int Aggregate, EquatableArray<PlanStep> Steps, SqlRead Read)> Reads(PlanNumber number) => number switch
    {
        PlanReading node => [(node.Aggregate, node.Steps, new SqlRead(node.Kind == AggregateKind.Avg ? AggregateKind.Sum : node.Kind, node.Parameter))],
        PlanShare node => new[] { node.Hits, node.Base }.Select(a => (a, node.Steps, new SqlRead(AggregateKind.Count, null))),
        PlanPer or PlanSharePer or PlanEach => [],
        _ => PlanParts.Of(number).Numbers.SelectMany(Reads),
    };
}
