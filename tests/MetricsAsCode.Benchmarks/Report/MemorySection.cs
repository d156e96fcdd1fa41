using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Parts;

namespace MetricsAsCode.Benchmarks.Report;

// A time of a peer counts only where its results are ours; elsewhere the table says `differs`, and both values stand below it.

/// <summary>The cases in memory, side by side.</summary>
internal static class MemorySection
{
    private const string Ours = "MetricsAsCode";

    public static IEnumerable<string> Of(ResultsBook book, IReadOnlyList<BenchCase> cases)
    {
        if (book.Memory.Count == 0)
            yield break;
        yield return "## In memory";
        yield return "";
        yield return "Milliseconds: the median of 7 runs after one that does not count, and in brackets the least and the most. Loading is excluded for all. The ratio is the best peer's median over ours.";
        yield return "";
        foreach (var size in book.Memory.GroupBy(m => m.Rows).OrderByDescending(s => s.Key))
        {
            foreach (string line in Size([.. size], cases, book.BandwidthGbs))
                yield return line;
        }
    }

    private static IEnumerable<string> Size(IReadOnlyList<MemoryResult> results, IReadOnlyList<BenchCase> cases, double? bandwidth)
    {
        string[] peers = [.. results.Select(r => r.Engine).Distinct().Where(e => e != Ours)];
        yield return $"### {results[0].Rows.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} rows";
        yield return "";
        var asked = cases.Where(c => results.Any(r => r.Group.Split(',').Contains(c.Id))).ToList();
        foreach (string line in Figures.Table(["case", Ours, .. peers, "ratio", "target", ""], asked.Select(c => Row(results, c, peers))))
            yield return line;
        string[] excluded =
        [
            .. results.SelectMany(r => r.Differences.Select(d => $"- {r.Engine} ({d.Key}) does not count: {d.Value}")),
            .. results.Where(r => r.Engine == Ours).SelectMany(r => r.Report?.Cases ?? new Dictionary<string, CaseReport>()).Where(c => c.Value.Error is not null).Select(c => $"- {Ours} ({c.Key}) has no result: {c.Value.Error}"),
            .. results.Where(r => r.Error is not null).Select(r => $"- {r.Engine} ({r.Group}) could not run: {r.Error}"),
        ];
        foreach (string line in excluded.Length == 0 ? [] : excluded.Append(""))
            yield return line;
        yield return "Forms that were fastest, and peak memory with loading (MB):";
        yield return "";
        foreach (var result in results.Where(r => r.Report is not null))
            yield return $"- {result.Engine} {result.Report!.Version}, {result.Group}: peak {Figures.Mb(result.Report.PeakMb)}, loaded in {Figures.Ms(result.Report.LoadMs)} ms; {string.Join(", ", result.Report.Cases.Where(c => c.Value.Form is { Length: > 0 }).Select(c => $"({c.Key}) {c.Value.Form}"))}";
        yield return "";
        foreach (string line in Limits(results, [.. asked.Where(c => Find(results, Ours, c.Id)?.Times is not null)], bandwidth))
            yield return line;
    }

    private static string[] Row(IReadOnlyList<MemoryResult> results, BenchCase bench, string[] peers)
    {
        double? mine = Median(results, Ours, bench.Id);
        double? best = peers.Select(p => Median(results, p, bench.Id)).Min();
        return
        [
            $"({bench.Id}) {bench.Title}", Cell(results, Ours, bench.Id), .. peers.Select(p => Cell(results, p, bench.Id)),
            best is { } other && mine is { } own ? Figures.Times(other / own) : "–", Figures.Times(bench.Target),
            mine is not { } ours ? "**missed** (no result)" : best is { } known ? Figures.Verdict(known / ours, bench.Target, "faster", "slower") : "no peer",
        ];
    }

    private static string Cell(IReadOnlyList<MemoryResult> results, string engine, string letter) =>
        results.Any(r => r.Engine == engine && r.Differences.ContainsKey(letter)) ? "differs"
        : Find(results, engine, letter)?.Times is { } times ? Figures.Spread(times) : "–";

    private static double? Median(IReadOnlyList<MemoryResult> results, string engine, string letter) =>
        results.Any(r => r.Engine == engine && r.Differences.ContainsKey(letter)) ? null
        : Find(results, engine, letter)?.Times is { } times ? new Sample(times).Median : null;

    private static CaseReport? Find(IReadOnlyList<MemoryResult> results, string engine, string letter) =>
        results.Where(r => r.Engine == engine).Select(r => r.Report?.Cases.GetValueOrDefault(letter)).FirstOrDefault(c => c is not null);

    private static IEnumerable<string> Limits(IReadOnlyList<MemoryResult> results, IReadOnlyList<BenchCase> cases, double? bandwidth)
    {
        if (bandwidth is not { } speed)
            yield break;
        yield return "What memory allows: the bytes of the columns that a case uses, as our frames hold them, once through at the bandwidth measured. Beside it what binding a calculator to the frames took; it is part of the time where a calculator is bound anew in each run, else it is not.";
        yield return "";
        foreach (string line in Figures.Table(["case", "bytes", "at best, ms", "ours, ms", "times the limit", "binding, ms"], cases.Select(c =>
        {
            var report = Find(results, Ours, c.Id)!;
            double bytes = report.Bytes ?? 0, least = bytes / speed / 1e6, ours = new Sample(report.Times!).Median;
            return (string[])[$"({c.Id})", bytes.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), Figures.Ms(least), Figures.Ms(ours), Figures.Times(ours / least), report.Forms?.TryGetValue("bind", out double bind) == true ? Figures.Ms(bind) : "–"];
        })))
            yield return line;
    }
}
