using MetricsAsCode.Benchmarks.Measuring;

namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>How long a verb of the tool takes from start to end.</summary>
internal sealed record StartResult(string What, IReadOnlyList<double> Times, double TargetMs);

/// <summary>The tool on small definitions and data, where starting is all there is: with an empty cache in each run, and with what the run before has left.</summary>
internal static class StartPart
{
    private const double Cold = 2500, Warm = 500;

    public static IEnumerable<StartResult> Run(Places places, int repeats)
    {
        yield return Measure("`metrics check`", ["check", places.Northwind], isCold: false, Warm);
        yield return Measure("`metrics run`, empty cache", RunRevenue(places), isCold: true, Cold);
        yield return Measure("`metrics run`, calculator in the cache", RunRevenue(places), isCold: false, Warm);

        StartResult Measure(string what, string[] arguments, bool isCold, double target)
        {
            using var kept = new TemporaryFolder();
            var sample = Sample.Of(
                () =>
                {
                    using var empty = new TemporaryFolder();
                    return ChildProcess.Run(["dotnet", places.Tool, .. arguments], new Dictionary<string, string> { ["METRICS_CACHE"] = isCold ? empty.Path : kept.Path }).Ms;
                },
                repeats);
            Console.Error.WriteLine(FormattableString.Invariant($"{what}: {sample.Median:N0} ms"));
            return new StartResult(what, sample.Times, target);
        }
    }

    private static string[] RunRevenue(Places places) => ["run", "revenue", places.Northwind, "--for", "1998-Q1", "--format", "json"];
}
