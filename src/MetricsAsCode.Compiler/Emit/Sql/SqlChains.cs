using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. The rows of each step are a relation: e whose, t when (in microseconds), r the row's place in the whole source by time and key. Rows of one place and source
//    are one row, also in different steps.
// 2. Each further step joins the chains with its rows and keeps the earliest that is not in the chain; a chain that ends goes on with NULL.
// 3. At last the chains are joined to their entries by the place.

/// <summary>Writes the chains of a funnel.</summary>
internal sealed class SqlChains(SqlStatement statement, SqlDerived derived)
{
    public string Part(PlanChainPart node, ColumnSymbol column, string table)
    {
        string name = statement.Dialect.NameOf(column.Name);
        var entries = node.Chain.Steps[0];
        if (node.Part == ChainPart.Mature)
        {
            var rows = new SqlRows(statement, entries.Source, entries.Time, [], [], table: table);
            return rows.Whole($"r.*, coalesce({IsClosed(rows, node.Chain)}, FALSE) AS {name}");
        }

        string chains = Walk(node.Chain);
        string value = node.Part == ChainPart.Elapsed ? $"c.t{SqlText.Of(node.Step)} - c.t0"
            : string.Join(" + ", node.Chain.Steps.Select((_, i) => $"(CASE WHEN c.t{SqlText.Of(i)} IS NULL THEN 0 ELSE 1 END)"));
        var placed = new SqlRows(statement, entries.Source, entries.Time, [], [], table: table);
        string place = Place(placed, entries);
        string own = statement.Dialect.NameOf("place_" + column.Name);
        string inner = placed.Whole($"r.*, {place} AS {own}");
        return $"SELECT r.*, {value} AS {name}\nFROM (\n  {inner.Replace("\n", "\n  ")}\n) AS r\nLEFT JOIN {chains} AS c ON c.r0 = r.{own}";
    }

    private string Walk(PlanChain chain)
    {
        string walked = statement.Relation("chain_0", $"SELECT e, t AS t0, r AS r0 FROM {Step(chain, 0)}");
        for (int i = 1; i < chain.Steps.Count; i++)
        {
            string at = SqlText.Of(i);
            string before = SqlText.Of(i - 1);
            var held = Enumerable.Range(0, i)
                .Where(j => ReferenceEquals(chain.Steps[j].Source, chain.Steps[i].Source))
                .Select(j => $" AND s.r <> c.r{SqlText.Of(j)}");
            string columns = string.Concat(Enumerable.Range(0, i).Select(j => $", t{SqlText.Of(j)}, r{SqlText.Of(j)}"));
            walked = statement.Relation($"chain_{at}", $"""
                SELECT e{columns}, t{at}, r{at}
                FROM (
                  SELECT c.*, s.t AS t{at}, s.r AS r{at}, row_number() OVER (PARTITION BY c.r0 ORDER BY s.t, s.r) AS place
                  FROM {walked} AS c
                  LEFT JOIN {Step(chain, i)} AS s ON s.e = c.e AND s.t >= c.t{before} AND s.t - c.t0 <= {SqlText.Of(chain.Within)}{string.Concat(held)}
                ) AS found
                WHERE place = 1
                """);
        }

        return walked;
    }

    private string Step(PlanChain chain, int index)
    {
        var step = chain.Steps[index];
        var selection = statement.Plan.Selections[step.Selection];
        var rows = new SqlRows(statement, step.Source, step.Time, [], [], table: derived.TableOf(selection));
        string entity = rows.Raw(step.Entity).Text;
        string time = TimeOf(rows, chain.CountsDays);
        string among = derived.IsAmong(rows, selection, [entity, time]);
        string inner = rows.Whole($"{entity} AS e, {time} AS t, {Place(rows, step)} AS r, {among} AS is_step");
        return statement.Relation($"step_{SqlText.Of(index)}", $"SELECT e, t, r FROM (\n  {inner.Replace("\n", "\n  ")}\n) AS steps WHERE is_step");
    }

    // Rows that share a place are equal in all that tells rows apart.
    private string Place(SqlRows rows, PlanChainStep step) => $"row_number() OVER (ORDER BY {string.Join(", ", derived.Order(rows))})";

    private string TimeOf(SqlRows rows, bool countsDays) =>
        countsDays ? $"{rows.Moment().Text} * {SqlStatement.Day}" : statement.RowArithmetic.AsInstant(rows.Moment()).Text;

    private string IsClosed(SqlRows rows, PlanChain chain)
    {
        string end = chain.CountsDays
            ? statement.StartOf($"({rows.Moment().Text} + {SqlText.Of((chain.Within / long.Parse(SqlStatement.Day, System.Globalization.CultureInfo.InvariantCulture)) + 1)})")
            : $"{TimeOf(rows, countsDays: false)} + {SqlText.Of(chain.Within)}";
        return $"{end} <= {statement.Times.AsOf}";
    }
}
