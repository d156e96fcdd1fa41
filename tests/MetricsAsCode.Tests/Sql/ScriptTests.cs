using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Planning;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Sql;

/// <summary>The SQL that is written for people, and for machines that bind its parameters.</summary>
public sealed partial class ScriptTests
{
    [DuckDbFact]
    public void Every_statement_of_northwind_runs_with_its_parameters_bound()
    {
        using var database = Duck.Open();
        foreach (var frame in new DataCatalogue(Repository.Root).Open(Northwind.Plan).Values)
            DuckDbTables.Register(database, frame);
        string script = Parameter().Replace(Comment().Replace(SqlScript.File(Northwind.Plan, SqlDialect.DuckDb), ""), p => FirstQuarter(p.Value));
        var answers = new List<IReadOnlyList<IReadOnlyList<object?>>>();
        foreach (string statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            answers.Add(database.Rows(statement));

        var revenue = Northwind.Compiled().Evaluate([new Results.MetricRequest("northwind.revenue", [Period.Quarter(1998, 1)])], default)[0].Measurement.Value;
        answers.SelectMany(a => a).SelectMany(row => row).OfType<DuckDbDecimal>().Select(d => new MetricsAsCode.Values.Exact(d.Scaled, d.Scale).ToString()).ShouldContain(revenue.ToString());
        answers.Count.ShouldBeGreaterThan(8);
    }

    [PostgresFact]
    public void Every_statement_of_northwind_runs_in_PostgreSQL()
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        using var connection = PostgresSql.Connect(Connections.Postgres());
        var frames = new DataCatalogue(Repository.Root).Open(Northwind.Plan);
        PostgresTables.Fill(connection, [.. Northwind.Plan.Sources.Select(s => new OwnTable(s.Source, s.Source.Name, frames[Northwind.Plan.NameOf(s.Source)]))], default);
        string script = Variable().Replace(Comment().Replace(SqlScript.File(Northwind.Plan, SqlDialect.Postgres), ""), p => FirstQuarter(p.Value));
        var answers = script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => !s.StartsWith("CREATE", StringComparison.Ordinal)).Select(s => connection.Query(s, default).ToList()).ToList();
        var revenue = Northwind.Compiled().Evaluate([new Results.MetricRequest("northwind.revenue", [Period.Quarter(1998, 1)])], default)[0].Measurement.Value;
        answers.SelectMany(a => a).SelectMany(row => row).OfType<MetricsAsCode.Values.Exact>().Select(e => e.ToString()).ShouldContain(revenue.ToString());
        answers.Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void A_source_is_scanned_once_for_all_metrics_of_a_window()
    {
        var plan = Written.OfShop("metric a = count(orders where status = delivered)\nmetric b = sum(orders.amount)\nmetric c = a / count(orders)\n");
        Scans(SqlScript.File(plan, SqlDialect.DuckDb), "orders").ShouldBe(1);
    }

    [Fact]
    public void A_number_per_entity_scans_its_source_once()
    {
        var plan = Written.OfShop("metric a = avg(sum(orders.amount where status = delivered) / count(orders) per customer_id)\n");
        Scans(SqlScript.File(plan, SqlDialect.DuckDb), "orders").ShouldBe(1);
    }

    [Fact]
    public void A_statement_names_the_metrics_it_serves_and_no_others()
    {
        var plan = Written.OfShop("/// All of them.\nmetric a = count(orders)\n/// People.\nmetric b = count(customers)\n");
        string[] statements = SqlScript.File(plan, SqlDialect.DuckDb).Split(";\n").Where(s => s.Contains("SELECT p")).ToArray();
        statements.Length.ShouldBe(2);
        statements[0].ShouldContain("-- a = count(orders) -- All of them.\n");
        statements[0].ShouldNotContain("People");
        statements[1].ShouldContain("-- b = count(customers) -- People.\n");
    }

    [Fact]
    public void Its_head_says_every_parameter_and_nothing_else()
    {
        string script = SqlScript.File(Northwind.Plan, SqlDialect.DuckDb);
        var used = Parameter().Matches(Comment().Replace(script, "")).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
        var said = Comment().Matches(script).SelectMany(c => Parameter().Matches(c.Value)).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
        said.ShouldBe(used);
    }

    [Fact]
    public void A_metric_without_sql_is_named_with_the_reason()
    {
        string script = SqlScript.File(Written.OfShop("metric a = count(orders)\nmetric b = avg(sum(count(orders) each day) per customers)\n"), SqlDialect.DuckDb);
        script.ShouldContain("-- b is left out: `each` inside `per`, as a script for any period, is not written as SQL yet.");
        script.ShouldContain("-- a = count(orders)\n");
    }

    private static int Scans(string script, string source) => Regex.Matches(script, $@"FROM ""?{source}""? AS r\b").Count;

    // 1998-01-01 to 1998-04-01, in days and in microseconds.
    private static string FirstQuarter(string parameter) => parameter switch
    {
        _ when parameter.EndsWith("from_us", StringComparison.Ordinal) => "883612800000000",
        _ when parameter.EndsWith("to_us", StringComparison.Ordinal) => "891388800000000",
        _ when parameter.EndsWith("from_day", StringComparison.Ordinal) => "10227",
        _ when parameter.EndsWith("to_day", StringComparison.Ordinal) => "10317",
        _ => throw new InvalidOperationException(parameter),
    };

    [GeneratedRegex(@"\$[a-z0-9_]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@":[a-z][a-z0-9_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\s*--.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
