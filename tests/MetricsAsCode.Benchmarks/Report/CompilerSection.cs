using System.Globalization;
using MetricsAsCode.Benchmarks.Compiling;
using MetricsAsCode.Benchmarks.Measuring;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>Compiling, and starting the tool.</summary>
internal static class CompilerSection
{
    private const double WholeTarget = 2000, EditTarget = 50;

    public static IEnumerable<string> Of(ResultsBook book) => [.. Compiling(book.Compiler), .. Start(book)];

    private static IEnumerable<string> Compiling(IReadOnlyList<CompilerResult> results)
    {
        if (results.Count == 0)
            yield break;
        string[] stages = [.. results[0].Stages.Keys];
        yield return "## Compiling";
        yield return "";
        yield return $"Generated definitions over {GeneratedDefinitions.Sources} sources in as many files, milliseconds. `all` is from text to C#; the generator runs in Roslyn's driver, first over all files and then after an edit of one metric.";
        yield return "";
        foreach (string line in Figures.Table(["metrics, modules", .. stages], results.Select(r => (string[])[Name(r), .. stages.Select(s => Figures.Ms(new Sample(r.Stages[s]).Median))])))
            yield return line;
        foreach (var most in results.Where(r => r.Metrics == CompilerPart.Sizes[^1]))
        {
            yield return $"- {Name(most)}: text to C# under 2 s: {Met(most, "all", WholeTarget)}.";
            foreach (string stage in stages.Where(s => s.Contains("edit", StringComparison.Ordinal)))
                yield return $"- {Name(most)}: {stage} under 50 ms: {Met(most, stage, EditTarget)}.";
        }

        yield return "";
    }

    private static IEnumerable<string> Start(ResultsBook book)
    {
        if (book.Start.Count == 0)
            yield break;
        yield return "## Starting the tool";
        yield return "";
        yield return "Whole processes on Northwind, milliseconds.";
        yield return "";
        foreach (string line in Figures.Table(["verb", "ms", "target", ""], book.Start.Select(s => (string[])[s.What, Figures.Spread(s.Times), Figures.Ms(s.TargetMs), new Sample(s.Times).Median <= s.TargetMs ? "met" : "**missed**"])))
            yield return line;
    }

    private static string Name(CompilerResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.Metrics:#,0}, {result.Modules}");

    private static string Met(CompilerResult result, string stage, double target) =>
        new Sample(result.Stages[stage]).Median is var ms && ms <= target ? $"met ({Figures.Ms(ms)} ms)" : $"**missed** ({Figures.Ms(ms)} ms)";
}
