using MetricsAsCode.Benchmarks.Cases;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>The page that docs/performance.md is made of.</summary>
internal static class PerformancePage
{
    public static string Of(ResultsBook book, IReadOnlyList<BenchCase> cases) =>
        string.Join('\n', [.. Head(book), .. MemorySection.Of(book, cases), .. FileSection.Of(book), .. GrowthSection.Of(book, cases), .. CompilerSection.Of(book), .. HowTo(book)]) + "\n";

    private static IEnumerable<string> Head(ResultsBook book)
    {
        var machine = book.Machine;
        yield return "# Performance";
        yield return "";
        yield return FormattableString.Invariant($"Measured on {machine.Date}: {machine.Processor}, {machine.Cores} cores, {machine.MemoryGb} GB, {machine.System}, {machine.Runtime}; the load average before was {machine.Load}.");
        if (book.BandwidthGbs is { } speed)
            yield return FormattableString.Invariant($"Memory is read at {speed:0.0} GB/s by two threads.");
        yield return "Every engine uses two threads, runs alone, and its results are compared with ours before a time counts: whole numbers are equal, others to 1e-9. Of the forms that were written for an engine the fastest counts.";
        yield return "";
        yield return "Data: orders with customer (skewed, one customer for ten rows), time, status of 4, channel of 6, city of 40, amount, and a rating missing in 60%; 20 million are 1.34 GB as CSV.";
        yield return "";
    }

    private static IEnumerable<string> HowTo(ResultsBook book)
    {
        yield return "## How to repeat it";
        yield return "";
        yield return "```bash";
        yield return "npm install --prefix tests/MetricsAsCode.Benchmarks/peers";
        yield return "dotnet build -c Release src/MetricsAsCode.Cli";
        yield return "dotnet run -c Release --project tests/MetricsAsCode.Benchmarks -- run --out artifacts/performance";
        yield return "```";
        yield return "";
        yield return $"This page: `{book.Command}`. `results.json` beside it holds every time that was measured and every form that was tried.";
    }
}
