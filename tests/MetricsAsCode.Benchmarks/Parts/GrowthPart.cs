using System.Text;
using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Ours;
using MetricsAsCode.Calculation;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>What so many metrics over one source cost together.</summary>
internal sealed record GrowthResult(long Rows, int Metrics, IReadOnlyList<double> Times);

// 1. The metrics share the scan of their source. No two are alike: each has a filter of its own, from every status, channel, rating and kind of aggregate in turn.
// 2. All are for the year, as one number each. What they cost more than the first is told for each.

/// <summary>Measures 1, 10, 50, 100 and 500 metrics over the same rows in memory.</summary>
internal static class GrowthPart
{
    public static readonly IReadOnlyList<int> Counts = [1, 10, 50, 100, 500];

    private static readonly string[] Statuses = ["delivered", "cancelled", "returned", "placed"];
    private static readonly string[] Channels = ["app", "web", "store", "marketplace", "phone", "partner"];
    private static readonly string[] Aggregates = ["sum(orders.amount where {0})", "count(orders where {0})", "avg(orders.amount where {0})", "sum(orders.rating where {0})"];

    public static IEnumerable<GrowthResult> Run(Places places, long rows)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(BenchModule.Folder, "sources.metrics"), Path.Combine(folder.Path, "sources.metrics"));
        File.WriteAllText(Path.Combine(folder.Path, "many.metrics"), Definitions(Counts[^1]));
        var module = new BenchModule(folder.Path);
        var frames = module.Read(module.Plan(module.Metrics), places.Orders(rows));
        foreach (int count in Counts)
        {
            var names = module.Metrics.Take(count).ToList();
            using var compiled = CalculatorCompiler.Compile(module.Plan(names));
            var calculator = compiled.Create(frames, new CalculatorOptions { AsOf = module.AsOf, Threads = 2 });
            MetricRequest[] requests = [.. names.Select(n => new MetricRequest(n, [Period.Year(2025)]))];
            var sample = Sample.Of(() => calculator.Evaluate(requests));
            Console.Error.WriteLine(FormattableString.Invariant($"{Places.Label(rows)} rows, {count} metrics: {sample.Median:N1} ms"));
            yield return new GrowthResult(rows, count, sample.Times);
        }
    }

    private static string Definitions(int count)
    {
        var text = new StringBuilder("module bench\n\n");
        for (int i = 0; i < count; i++)
            text.Append(FormattableString.Invariant($"metric m{i:000} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, Aggregates[i % 4], Filter(i))}\n"));
        return text.ToString();
    }

    // 4 statuses, 6 channels and 6 limits of the rating are 144 filters, each with 4 aggregates.
    private static string Filter(int i)
    {
        int n = i / 4;
        string rating = (n / 24 % 6) is > 0 and var limit ? FormattableString.Invariant($" and rating >= {limit}") : "";
        return $"status = {Statuses[n % 4]} and channel = {Channels[n / 4 % 6]}{rating}";
    }
}
