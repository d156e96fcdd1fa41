using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Emit.Sql;

// Days, weeks and months are numbered, so that the difference of two numbers is how many lie between. The day is looked up; what follows from it is whole-number
// arithmetic of the proleptic Gregorian calendar: days are counted from 0000-03-01 in eras of 400 years, so that leap days come last.

/// <summary>Writes who of a cohort came back, and of whom that can be said yet.</summary>
internal sealed class SqlReturns(SqlStatement statement, SqlDerived derived)
{
    public string Returned(PlanReturned node, ColumnSymbol column, string table)
    {
        var plan = statement.Plan;
        var returns = plan.Selections[node.Returns];
        var came = new SqlRows(statement, returns.Source, returns.Time, [], [], table: derived.TableOf(returns));
        string who = came.Raw(node.Returner).Text;
        string day = Day(came);
        string inner = came.Whole($"{who} AS e, {day} AS d, {derived.IsAmong(came, returns, [who, day])} AS is_return");
        string relation = statement.Relation("returns", $"SELECT DISTINCT e, {Unit("d", node.Unit)} AS u FROM (\n  {(inner + statement.Dialect.Fence).Replace("\n", "\n  ")}\n) AS came WHERE is_return");
        var starts = plan.Selections[node.Starts];
        var rows = new SqlRows(statement, node.Source, starts.Time, [], [], table: table);
        string starter = rows.Raw(node.Starter).Text;
        string start = Day(rows);
        string id = column.Name;
        string began = rows.Whole($"r.*, {starter} AS who_{id}, {start} AS day_{id}, {derived.IsAmong(rows, starts, [starter, start])} AS is_start_{id}");
        string unit = Unit($"r.day_{id}", node.Unit);
        string end = node.To is { } to ? $" AND s.u <= {unit} + {SqlText.Of(to)}" : "";
        if (statement.Dialect.Gathers)
        {
            string reached = $"u >= r.unit_{id} + {SqlText.Of(node.From)}{(node.To is { } most ? $" AND u <= r.unit_{id} + {SqlText.Of(most)}" : "")}";
            return $"""
                SELECT r.*, r.is_start_{id} AND {SqlDialect.Fill(statement.Dialect.AnyOf, "s.units", reached)} AS {statement.Dialect.NameOf(column.Name)}
                FROM (
                  SELECT r.*, {unit} AS unit_{id}
                  FROM (
                    {(began + statement.Dialect.Fence).Replace("\n", "\n    ")}
                  ) AS r{statement.Dialect.Fence.Replace("\n", "\n  ")}
                ) AS r
                LEFT JOIN (SELECT e, {SqlDialect.Fill(statement.Dialect.Together, "u")} AS units FROM {relation} GROUP BY e) AS s ON s.e = r.who_{id}
                """;
        }

        if (!statement.Dialect.Correlates)
        {
            string among = SqlDialect.Fill(statement.Dialect.AnyOf, "s.units", $"coalesce(u >= {unit} + {SqlText.Of(node.From)}{(node.To is { } last ? $" AND u <= {unit} + {SqlText.Of(last)}" : "")}, FALSE)");
            return $"""
                SELECT r.*, r.is_start_{id} AND {among} AS {statement.Dialect.NameOf(column.Name)}
                FROM (
                  {began.Replace("\n", "\n  ")}
                ) AS r
                LEFT JOIN (SELECT e, {SqlDialect.Fill(statement.Dialect.Together, "u")} AS units FROM {relation} GROUP BY e) AS s ON s.e = r.who_{id}
                """;
        }

        return $"""
            SELECT r.*,
              r.is_start_{id} AND EXISTS (SELECT 1 FROM {relation} AS s WHERE s.e = r.who_{id} AND s.u >= {unit} + {SqlText.Of(node.From)}{end}) AS {statement.Dialect.NameOf(column.Name)}
            FROM (
              {began.Replace("\n", "\n  ")}
            ) AS r
            """;
    }

    public string Mature(PlanMature node, ColumnSymbol column, string table)
    {
        var rows = new SqlRows(statement, node.Source, statement.Plan.Selections[node.Rows].Time, [], [], table: table);
        string asOf = statement.Times.AsOf;
        string lastDay = statement.DateOf(node.Begun ? $"({asOf} - 1)" : asOf);
        if (statement.Dialect.Gathers)
        {
            string day = $"day_{column.Name}";
            return $"""
                SELECT r.*, coalesce({Unit("r." + day, node.Unit)} + {SqlText.Of(node.Offset)} {(node.Begun ? "<=" : "<")} (SELECT {Unit("a.d", node.Unit)} FROM (SELECT {lastDay} AS d{statement.Dialect.Fence}) AS a), FALSE) AS {statement.Dialect.NameOf(column.Name)}
                FROM (
                  {(rows.Whole($"r.*, {Day(rows)} AS {day}") + statement.Dialect.Fence).Replace("\n", "\n  ")}
                ) AS r
                """;
        }

        string unit = Unit(Day(rows), node.Unit);
        string reached = Unit(lastDay, node.Unit);
        return rows.Whole($"r.*, coalesce({unit} + {SqlText.Of(node.Offset)} {(node.Begun ? "<=" : "<")} {reached}, FALSE) AS {statement.Dialect.NameOf(column.Name)}");
    }

    private string Day(SqlRows rows)
    {
        var time = rows.Moment();
        return time.Form == SqlForm.Date ? time.Text : statement.DateOf(time.Text);
    }

    private string Unit(string day, Grain unit) => unit switch
    {
        Grain.Day => day,
        // Day 0 was a Thursday. All days from the year 1 on are positive behind the shift, which is a whole number of weeks.
        Grain.Week => Quotient($"({day} + {SqlText.Of(4 - (int)statement.Plan.Module.Product.WeekStart + 735_000)})", 7),
        Grain.Month => Month(day),
        _ => throw Unexpected.Value(unit),
    };

    private string Month(string day)
    {
        string sinceEra = $"(({day} + 719468) % 146097)";
        string year = Quotient($"({sinceEra} - {Quotient(sinceEra, 1460)} + {Quotient(sinceEra, 36524)} - {Quotient(sinceEra, 146096)})", 365);
        string inYear = $"({sinceEra} - (365 * {year} + {Quotient(year, 4)} - {Quotient(year, 100)}))";
        return $"(({Quotient($"({day} + 719468)", 146097)} * 400 + {year}) * 12 + {Quotient($"(5 * {inYear} + 2)", 153)})";
    }

    private string Quotient(string dividend, int divisor) => SqlDialect.Fill(statement.Dialect.WholeQuotient, dividend, SqlText.Of(divisor));
}
