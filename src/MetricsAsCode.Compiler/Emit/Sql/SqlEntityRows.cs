using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Which entities there are, for each period and member of what lies around.</summary>
internal sealed class SqlEntityRows(SqlStatement statement, IReadOnlyList<SqlKey> keys, IReadOnlyList<SqlKey> outer, SqlEntityLeaves leaves)
{
    private string Columns => string.Concat(keys.Select(k => ", " + k.Name));

    public string Of(PlanKey key, PlanNumber operand) => key switch
    {
        PlanColumnKey => WithRows(operand),
        PlanSourceKey source => OfSource(source),
        PlanSetKey set => Members(set),
        _ => throw Unexpected.Node(key),
    };

    // Entities with a row left after every filter in at least one aggregate of the operand, in its window.
    private string WithRows(PlanNumber operand)
    {
        var parts = new List<string>();
        foreach (var (selection, steps, units) in SqlLeafRows.OfAggregates(statement.Plan, operand))
        {
            var planned = statement.Plan.Selections[selection];
            if (!units.IsEmpty)
            {
                parts.Add(InUnits(planned, steps, units));
                continue;
            }

            if (leaves.RowsOf(selection, steps) is var (relation, left, doubtful))
            {
                parts.Add($"SELECT p{Columns} FROM {relation}{Where(" ", $"{left} > 0{(doubtful is null ? "" : $" OR {doubtful}")}", planned, steps)}");
                continue;
            }

            var rows = new SqlRows(statement, planned.Source, planned.Time, steps, keys);
            string where = Where(" ", Left(rows, planned.Filters), planned, steps);
            parts.Add($"SELECT p{Columns} FROM {rows.Name()}{where}");
        }

        string body = parts.Count == 1 ? parts[0].Replace("SELECT p", "SELECT DISTINCT p").Replace("SELECT u0", "SELECT DISTINCT u0") : string.Join("\nUNION\n", parts);
        return statement.Relation("entities", body);
    }

    // The same in the units of an `each`, each of which belongs to a period.
    private string InUnits(PlanSelection planned, EquatableArray<PlanStep> steps, EquatableArray<PlanEach> units)
    {
        var (part, joins, period) = statement.In(units, "r");
        var rows = new SqlRows(part, planned.Source, planned.Time, steps, keys);
        string where = Where(" ", Left(rows, planned.Filters), planned, steps, new SqlReach(part, "r.p"));
        return $"SELECT {statement.Selected(period.Substring(0, period.Length - 2), "p")}{Columns} FROM {rows.Name()} AS r{joins}{where}";
    }

    // All rows of the source that exist by the end of the stretch, also those without events.
    private string OfSource(PlanSourceKey key)
    {
        var planned = statement.Plan.Selections[key.Selection];
        var rows = new SqlRows(statement, planned.Source, planned.Time, key.Steps, keys, upToTheEnd: true);
        string where = Where("\n", Left(rows, planned.Filters), planned, key.Steps);
        return statement.Relation("entities", $"SELECT DISTINCT p{Columns}\nFROM {rows.Name()}{where}");
    }

    // An entity with a row of which a filter overflows is one whose measure does.
    private static string Left(SqlRows rows, EquatableArray<int> filters) =>
        rows.Doubtful(filters) is { } doubtful ? $"{rows.Passed(filters)} OR {doubtful}" : rows.Passed(filters);

    // Where a set that a filter tests is not known, of no row it is known that it is left.
    private string Where(string before, string condition, PlanSelection selection, EquatableArray<PlanStep> steps, SqlReach? reach = null)
    {
        string told = string.Join(" AND ", (reach ?? new SqlReach(statement, "p")).OfTests(selection, steps).Distinct());
        string all = condition.Length == 0 || told.Length == 0 ? condition + told : $"({condition}) AND {told}";
        return all.Length == 0 ? "" : $"{before}WHERE {all}";
    }

    private string Members(PlanSetKey key)
    {
        string members = statement.Set(key.Set, [], outer);
        string around = string.Concat(outer.Select(k => ", " + k.Name));
        return statement.Relation("entities", $"SELECT p{around}, member AS {keys[keys.Count - 1].Name} FROM {members}");
    }
}
