using System.Globalization;
using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Parts;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>How cost grows with rows and with metrics.</summary>
internal static class GrowthSection
{
    private const string Ours = "MetricsAsCode";
    private const double Target = 0.03;

    public static IEnumerable<string> Of(ResultsBook book, IReadOnlyList<BenchCase> cases) => [.. Rows(book, cases), .. Metrics(book)];

    private static IEnumerable<string> Rows(ResultsBook book, IReadOnlyList<BenchCase> cases)
    {
        long[] sizes = [.. book.Memory.Select(m => m.Rows).Distinct().Order()];
        if (sizes.Length < 2)
            yield break;
        yield return "## Growth with rows";
        yield return "";
        yield return "Our medians in memory, milliseconds.";
        yield return "";
        foreach (string line in Figures.Table(["case", .. sizes.Select(Places.Label)], cases.Select(c => (string[])[$"({c.Id})", .. sizes.Select(s => Median(book, s, c.Id))])))
            yield return line;
    }

    private static string Median(ResultsBook book, long rows, string letter) =>
        book.Memory.Where(m => m.Rows == rows && m.Engine == Ours).Select(m => m.Report?.Cases.GetValueOrDefault(letter)?.Times).FirstOrDefault(t => t is not null) is { } times
            ? Figures.Ms(new Sample(times).Median)
            : "–";

    private static IEnumerable<string> Metrics(ResultsBook book)
    {
        if (book.Growth.Count == 0)
            yield break;
        double first = new Sample(book.Growth[0].Times).Median;
        yield return "## Growth with metrics";
        yield return "";
        yield return $"Metrics of the year over the same {Places.Label(book.Growth[0].Rows)} rows in memory, each with a filter of its own; what each costs beyond the first is to stay under 3% of it.";
        yield return "";
        foreach (string line in Figures.Table(["metrics", "ms", "each more, ms", "of the first", ""], book.Growth.Select(g => Row(g, first))))
            yield return line;
    }

    private static string[] Row(GrowthResult result, double first)
    {
        double more = result.Metrics == 1 ? 0 : (new Sample(result.Times).Median - first) / (result.Metrics - 1);
        return
        [
            result.Metrics.ToString(CultureInfo.InvariantCulture), Figures.Spread(result.Times), result.Metrics == 1 ? "" : more.ToString("0.00", CultureInfo.InvariantCulture),
            result.Metrics == 1 ? "" : (more / first).ToString("0.0%", CultureInfo.InvariantCulture), result.Metrics == 1 ? "" : more <= Target * first ? "met" : "**missed**",
        ];
    }
}
