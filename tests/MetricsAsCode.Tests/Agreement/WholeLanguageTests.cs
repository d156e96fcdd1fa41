using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>
/// One metric for every construct of the language, over random rows with missing values, equal times, a zone with daylight saving, rows behind the as-of and customers
/// without orders: the calculator, DuckDB and the reference evaluator agree on every period and breakdown.
/// </summary>
public sealed class WholeLanguageTests : IDisposable
{
    private static readonly Period[] Periods =
    [
        Period.Year(2026), Period.Quarter(2026, 1), Period.Quarter(2026, 2), Period.FiscalQuarter(2026, 4), Period.Month(2026, 3), Period.Month(2026, 11),
        Period.Week(2026, 13), Period.Day(new DateOnly(2026, 3, 29)), Period.Range(new DateOnly(2026, 1, 20), new DateOnly(2026, 4, 5)), Period.Year(2020),
    ];

    private readonly Sandbox sandbox = new();

    public static TheoryData<int> Seeds => [1, 2, 3];

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Engines_agree_on_every_construct(int seed)
    {
        WriteData(new Random(seed));
        sandbox.Write("all/all.metrics", Repository.Read("tests/MetricsAsCode.Tests/Agreement/whole_language.metrics"));
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var dimensions = module.Sources.SelectMany(s => s.Columns).Where(c => c.Name is "city" or "tier" or "channel" or "gift" or "rating").ToList();
        var plan = Planner.Plan(module, dimensions);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        var requests = new List<MetricRequest>();
        foreach (var metric in module.Metrics)
        {
            requests.Add(new MetricRequest(metric.QualifiedName, Periods));
            requests.AddRange(dimensions
                .Where(d => DimensionReach.WithoutPath(plan, metric, d).Count == 0)
                .Select(d => new MetricRequest(metric.QualifiedName, Periods[..6], new Dimension(d.Source.Name, d.Name))));
        }

        var calculated = ModuleEngine.Of(plan, EngineKind.Compiled).Open(frames).Evaluate(requests, default);
        var expected = ModuleEngine.Of(plan, EngineKind.Reference).Open(frames).Evaluate(requests, default);
        calculated.Count(r => r.Measurement.Value.HasValue).ShouldBeGreaterThan(calculated.Count / 3);
        Agreement.Differences(calculated, expected).ShouldBeEmpty();
        using var database = ModuleEngine.Of(plan, EngineKind.DuckDb);
        Agreement.Differences(database.Open(frames).Evaluate(requests, default), expected).ShouldBeEmpty();
    }

    private void WriteData(Random random)
    {
        string[] cities = ["Lisbon", "Porto", "Évora", "Faro, south", ""];
        var customers = new StringBuilder("customer_id,joined_on,tier,city\n");
        for (int i = 0; i < 30; i++)
        {
            string city = cities[random.Next(cities.Length)];
            customers.Append(CultureInfo.InvariantCulture, $"c{i},{Day(random)},{(random.Next(3) == 0 ? "member" : "basic")},{(city.Length == 0 ? "" : $"\"{city}\"")}\n");
        }

        var orders = new StringBuilder("order_id,customer_id,placed_at,delivered_at,status,amount,weight,rating,channel,gift\n");
        var lines = new StringBuilder("order_id,product_id,quantity,price\n");
        for (int i = 0; i < 400; i++)
        {
            string placed = $"{Day(random)}T{random.Next(24):00}:{random.Next(4) * 15:00}:00";
            string delivered = random.Next(4) == 0 ? "" : $"{Day(random)}T{random.Next(24):00}:30:00";
            orders.Append(CultureInfo.InvariantCulture, $"{i},{Maybe(random, 9, $"c{random.Next(25)}")},{placed},{delivered},");
            orders.Append(CultureInfo.InvariantCulture, $"{(random.Next(4) switch { 0 => "placed", 1 => "cancelled", _ => "delivered" })},{random.Next(-500, 20000) / 100m},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 5, (random.NextDouble() * 1e6 - 1e3).ToString("R", CultureInfo.InvariantCulture))},{Maybe(random, 2, $"{random.Next(1, 6)}")},");
            orders.Append(CultureInfo.InvariantCulture, $"{Maybe(random, 6, random.Next(2) == 0 ? "App" : "web")},{(random.Next(2) == 0 ? "true" : "false")}\n");
            for (int line = random.Next(3); line > 0; line--)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{i},{line},{random.Next(1, 9)},{random.Next(1, 99999) / 1000m}\n");
            }
        }

        sandbox.Write("all/customers.csv", customers.ToString()).Write("all/orders.csv", orders.ToString()).Write("all/lines.csv", lines.ToString());
    }

    private static string Day(Random random) => new DateOnly(2025, 11, 1).AddDays(random.Next(210)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Maybe(Random random, int missingOneOf, string value) => random.Next(missingOneOf) == 0 ? "" : value;
}
