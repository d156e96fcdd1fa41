using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.ClickHouse;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Sql;

/// <summary>What <c>metrics sql</c> writes for one of each: a sum, a quotient, a set, a funnel, a cohort. The statements of DuckDB stand in <c>generated/sql</c>.</summary>
public sealed partial class ApprovedScriptTests : IDisposable
{
    private const string Definitions = """
        module shop
        product "Shop" {
          timezone "UTC"
          currency EUR
        }
        source customers from csv "customers.csv" {
          customer_id text key
          joined_on   date time
        }
        source orders from csv "orders.csv" {
          order_id    integer key
          customer_id text -> customers
          placed_at   timestamp time
          paid        boolean
          amount      money
        }
        funnel checkout "Checkout" by orders.customer_id within 1 day {
          step placed "Placed" = orders
          step paid   "Paid"   = orders where paid
        }
        cohort joiners "New customers" by customers starting joined_on returning in orders
        metric revenue     = sum(orders.amount where paid)
        metric mean_amount as money = revenue / count(orders where paid)
        metric kept        = size(set(orders.customer_id) over previous intersect set(orders.customer_id))
        metric paid_rate   as percent = checkout.rate
        metric retention   as percent = joiners.retained(days 1..30)

        """;

    private static readonly string[] Metrics = ["revenue", "mean_amount", "kept", "paid_rate", "retention"];

    private readonly Sandbox folder = new Sandbox()
        .Write("metrics-defs/shop.metrics", Definitions)
        .Write("metrics-defs/customers.csv", "customer_id,joined_on\nann,2026-01-05\nbob,2026-01-06\n")
        .Write("metrics-defs/orders.csv", "order_id,customer_id,placed_at,paid,amount\n1,ann,2026-01-05T10:00:00,false,1.25\n2,ann,2026-01-05T11:00:00,true,2.50\n3,bob,2026-01-06T10:00:00,true,4.00\n4,ann,2026-01-20T11:00:00,true,8.00\n");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("clickhouse")]
    [InlineData("spark")]
    public void One_of_each(string dialect)
    {
        var ran = folder.Run(["sql", .. Metrics, "--dialect", dialect]);
        ran.Error.ShouldBeEmpty();
        ran.Out.ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, extension) => $"shop-{dialect}.{type}.{extension}").WithFileExtension("sql"));
    }

    [ChdbFact]
    public void What_is_approved_for_ClickHouse_runs_there()
    {
        var plan = Planner.Plan(Workspace.Load("metrics-defs", folder.Root).Modules.Single());
        using var database = ChdbConnection.Tables(plan, new DataCatalogue(folder.Root).Open(plan));
        string script = Parameter().Replace(Comment().Replace(folder.Run(["sql", .. Metrics, "--dialect", "clickhouse"]).Out, ""), p => January(p.Groups[1].Value));
        var answers = script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => database.Query(s, default).ToList()).ToList();
        answers.SelectMany(a => a).SelectMany(row => row).OfType<Exact>().Select(e => e.ToString()).ShouldContain("14.50");
        answers.Count.ShouldBe(3);   // the orders, the customers, and the members of the set
    }

    private static string January(string name) => name switch
    {
        _ when name.EndsWith("_from_us", StringComparison.Ordinal) => "1767225600000000",
        _ when name.EndsWith("_to_us", StringComparison.Ordinal) => "1769904000000000",
        _ when name.EndsWith("_from_day", StringComparison.Ordinal) => "20454",
        _ when name.EndsWith("_to_day", StringComparison.Ordinal) => "20485",
        "as_of_us" => "1772323200000000",
        "as_of_day" => "20513",
        _ => "0",
    };

    [GeneratedRegex(@"\{(\w+):Int64\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^--.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
