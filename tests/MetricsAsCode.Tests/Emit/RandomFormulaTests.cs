using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Planning;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Emit;

/// <summary>Generated calculators against the reference evaluator, on formulas of any shape, periods of any grain, with and without groups.</summary>
public class RandomFormulaTests
{
    private const int Formulas = 60;

    private static readonly Period[] Periods =
        [Period.Month(2026, 6), Period.Month(2026, 5), Period.Quarter(2026, 2), Period.Year(2025), Period.Day(new DateOnly(2026, 6, 2)), Period.Week(2026, 23)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(19)]
    public void Calculator_and_reference_find_the_same(int seed)
    {
        var plan = Written.OfShop(SoundMetrics(seed));
        using var compiled = CalculatorCompiler.Compile(plan);
        using var reference = ModuleEngine.Of(plan, EngineKind.Reference);
        var frames = compiled.Sources.ToDictionary(s => s.Key, s => Read(s.Value.Schema, Table(s.Key, seed)));
        var requests = Requests(plan).ToArray();

        var found = compiled.Create(frames).Evaluate(requests);
        var expected = reference.Open(frames).Evaluate(requests, default);

        Differences(plan, found, expected).ShouldBeEmpty();
    }

    [DuckDbTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(19)]
    public void Database_and_reference_find_the_same(int seed)
    {
        var plan = Written.OfShop(SoundMetrics(seed));
        using var compiled = CalculatorCompiler.Compile(plan);
        using var reference = ModuleEngine.Of(plan, EngineKind.Reference);
        using var database = ModuleEngine.Of(plan, EngineKind.DuckDb);
        var frames = compiled.Sources.ToDictionary(s => s.Key, s => Read(s.Value.Schema, Table(s.Key, seed)));
        var requests = Requests(plan).ToArray();
        Differences(plan, database.Open(frames).Evaluate(requests, default), reference.Open(frames).Evaluate(requests, default)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(Plan plan, IReadOnlyList<MetricResult> found, IReadOnlyList<MetricResult> expected)
    {
        var formulas = plan.Metrics.ToDictionary(m => m.Metric.QualifiedName, m => m.Metric.Formula);
        found.Count.ShouldBe(expected.Count);
        return found.Zip(expected).Where(pair => !Agree(pair.First, pair.Second))
            .Select(pair => $"{formulas[pair.First.Metric]} at {pair.First.Period} of {pair.First.Group}: {Show(pair.First)}, not {Show(pair.Second)}");
    }

    /// <summary>What the binder accepts of many formulas; enough must be left.</summary>
    private static string SoundMetrics(int seed)
    {
        var random = new RandomFormulas(seed);
        var formulas = Enumerable.Range(0, Formulas * 4).Select(_ => random.Next()).ToArray();
        string[] lines = [.. formulas.Select((formula, i) => $"metric m{i} = {formula}")];
        int before = Shop.Sources.Count(c => c == '\n');
        var wrong = Written.Bind(Shop.Sources + string.Join('\n', lines) + "\n").Diagnostics.Where(d => d.IsError).Select(d => d.Location.Start.Line - before - 1).ToHashSet();
        string[] sound = [.. lines.Where((_, i) => !wrong.Contains(i)).Take(Formulas)];
        sound.Length.ShouldBeGreaterThan(Formulas / 2);
        return string.Join('\n', sound) + "\n";
    }

    private static IEnumerable<MetricRequest> Requests(Plan plan)
    {
        var dimensions = new Dimension?[] { null, new("orders", "status"), new("orders", "coupon") };
        return plan.Metrics.SelectMany(m => dimensions
            .Where(d => d is null || !m.Metric.Formula.Contains("per customers", StringComparison.Ordinal))
            .Select(d => new MetricRequest(m.Metric.QualifiedName, Periods, d)));
    }

    private static bool Agree(MetricResult found, MetricResult expected) =>
        found.Metric == expected.Metric && found.Period == expected.Period && found.Group == expected.Group
        && Near(found.Measurement.Value, expected.Measurement.Value)
        && found.Measurement.N == expected.Measurement.N
        && found.Measurement.Caveats.SequenceEqual(expected.Measurement.Caveats)
        && Near(found.Measurement.Numerator, expected.Measurement.Numerator)
        && Near(found.Measurement.Denominator, expected.Measurement.Denominator);

    private static bool Near(MetricsAsCode.Values.Value? left, MetricsAsCode.Values.Value? right) =>
        left == right
        || (left is { IsNumber: true } a && right is { IsNumber: true } b && Math.Abs(a.ToDouble() - b.ToDouble()) <= 1e-12 * Math.Abs(b.ToDouble()));

    private static string Show(MetricResult result) =>
        $"{result.Measurement.Value} n={result.Measurement.N} {result.Measurement.Numerator}/{result.Measurement.Denominator} [{string.Join("; ", result.Measurement.Caveats)}]";

    private static DataFrame Read(SourceSchema schema, string csv) => CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), schema.Name + ".csv", schema);

    private static string Table(string source, int seed) => source switch
    {
        "customers" => "customer_id,country,is_member,joined\n" + string.Join('\n', Customers(new Random(seed))),
        "orders" => "order_id,customer_id,placed_at,shipped_on,status,amount,weight,discount,coupon\n" + string.Join('\n', Orders(new Random(seed))),
        _ => Shop.Lines,
    };

    private static IEnumerable<string> Customers(Random random) =>
        from i in Enumerable.Range(0, 9)
        select $"c{i},{Pick(random, "Spain", "Germany", "France")},{Pick(random, "true", "false", "")},{Pick(random, "2026-05-30", "2024-01-01", "")}";

    private static IEnumerable<string> Orders(Random random) =>
        from i in Enumerable.Range(1, 120)
        let placed = new DateTime(2025, 11, 1).AddMinutes(random.Next(60 * 24 * 250))
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{i},c{random.Next(8)},{placed:yyyy-MM-ddTHH:mm:ss},{(random.Next(3) == 0 ? "" : $"{placed.AddDays(random.Next(9)):yyyy-MM-dd}")},"
            + $"{Pick(random, "placed", "delivered", "delivered", "cancelled", "Sent back")},{random.Next(4000) / 100m},{Pick(random, "", "1.5", "2.25", "0", "1e3")},"
            + $"{Pick(random, "", "0", "0.10", "0.25")},{Pick(random, "", "X", "yy", "zed", "é", "\"\"")}");

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
