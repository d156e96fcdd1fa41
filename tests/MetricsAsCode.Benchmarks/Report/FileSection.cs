using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Parts;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>From the file to the printed result, and the memory it takes.</summary>
internal static class FileSection
{
    private const string Ours = "MetricsAsCode";
    private const double Target = 2;

    public static IEnumerable<string> Of(ResultsBook book)
    {
        if (book.Files.Count == 0)
            yield break;
        yield return "## From the CSV file to the printed result";
        yield return "";
        yield return "Whole processes, the file in the page cache. Ours are runs of the tool (`metrics run`, and `metrics scorecard`, which also writes the page with its pictures); a peer's script reads the columns in need and prints JSON.";
        yield return "";
        string[] peers = [.. book.Files.Select(f => f.Engine).Distinct().Where(e => e != Ours)];
        foreach (string line in Figures.Table(["case", Ours, .. peers, "ratio", "target", ""], book.Files.GroupBy(f => (f.Rows, f.Case)).Select(g => Times([.. g], peers))))
            yield return line;
        yield return "Peak memory, MB; the target is half of the least peer's:";
        yield return "";
        foreach (string line in Figures.Table(["case", Ours, .. peers, "ratio", "target", ""], book.Files.GroupBy(f => (f.Rows, f.Case)).Select(g => Memory([.. g], peers))))
            yield return line;
        string[] excluded = [.. book.Files.Where(f => f.Error is not null).Select(f => $"- {f.Engine} ({f.Case}) does not count: {f.Error}")];
        foreach (string line in excluded.Length == 0 ? [] : excluded.Append(""))
            yield return line;
    }

    private static string[] Times(IReadOnlyList<FileResult> results, string[] peers) =>
        Row(results, peers, r => new Sample(r.Times).Median, r => Figures.Spread(r.Times), ratio => Figures.Verdict(ratio, Target, "faster", "slower"));

    private static string[] Memory(IReadOnlyList<FileResult> results, string[] peers) =>
        Row(results, peers, r => r.PeakMb, r => Figures.Mb(r.PeakMb), ratio => Figures.Verdict(ratio, Target, "less", "more"));

    private static string[] Row(IReadOnlyList<FileResult> results, string[] peers, Func<FileResult, double> value, Func<FileResult, string> text, Func<double, string> verdict)
    {
        FileResult? Sound(string engine) => results.FirstOrDefault(r => r.Engine == engine && r.Error is null && r.Times.Count > 0);
        var best = peers.Select(Sound).OfType<FileResult>().Select(value).DefaultIfEmpty(double.NaN).Min();
        double ratio = Sound(Ours) is { } ours ? best / value(ours) : double.NaN;
        return
        [
            $"({results[0].Case}), {Places.Label(results[0].Rows)} rows", .. peers.Prepend(Ours).Select(e => Sound(e) is { } sound ? text(sound) : "–"),
            double.IsNaN(ratio) ? "–" : Figures.Times(ratio), Figures.Times(Target), double.IsNaN(ratio) ? "–" : verdict(ratio),
        ];
    }
}
