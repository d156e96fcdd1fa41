using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>The SQL that is written for people.</summary>
public sealed partial class ScriptTests
{
    [ChdbFact]
    public void Every_statement_of_northwind_runs_with_its_parameters_bound()
    {
        using var database = new ClickHouseSql(ChdbConnection.Open(), ClickHouseDialect.Current, "ClickHouse");
        database.Register(Northwind.Plan, new DataCatalogue(Repository.Root).Open(Northwind.Plan));
        string script = Parameter().Replace(Comment().Replace(SqlScript.File(Northwind.Plan, ClickHouseDialect.Current), ""), p => FirstQuarter(p.Groups[1].Value));
        var answers = script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(s => database.Query(s, default)).SelectMany(row => row).OfType<Exact>().Select(e => e.ToString()).ToList();
        answers.ShouldContain(Northwind.Compiled().Evaluate([new MetricRequest("northwind.revenue", [Period.Quarter(1998, 1)])], default)[0].Measurement.Value.ToString());
    }

    [Theory]
    [InlineData("spark")]
    public void A_dialect_that_no_test_runs_says_so_at_its_head(string dialect) =>
        SqlScript.File(Northwind.Plan, SqlDialect.All.Single(d => d.Name == dialect)).ShouldContain("-- No test has run these statements on Spark: compare a few numbers with another engine before you rely on them.\n");

    private static string FirstQuarter(string name) => name switch
    {
        _ when name.EndsWith("_from_us", StringComparison.Ordinal) => "883612800000000",
        _ when name.EndsWith("_to_us", StringComparison.Ordinal) => "891388800000000",
        _ when name.EndsWith("_from_day", StringComparison.Ordinal) => "10227",
        _ when name.EndsWith("_to_day", StringComparison.Ordinal) => "10317",
        _ => "0",
    };

    [GeneratedRegex(@"\{(\w+):Int64\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^--.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
