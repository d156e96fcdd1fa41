using System.Globalization;
using System.Text.Json;
using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Ours;

namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>From the CSV file to the printed result, whole processes.</summary>
/// <param name="Times">Milliseconds from start to end of the process.</param>
/// <param name="PeakMb">The most memory of any run.</param>
/// <param name="Error">Why it could not run, or where its results are not ours.</param>
internal sealed record FileResult(long Rows, string Engine, string Case, IReadOnlyList<double> Times, double PeakMb, string? Error);

/// <summary>Measures (c), and the scorecard, from the file. The tool's compiled calculators are in its cache, as in every run but the first; the file is in the page cache.</summary>
internal static class FilePart
{
    public static IEnumerable<FileResult> Run(Places places, long rows, IReadOnlyList<string> letters, IReadOnlyList<Peer> peers, int repeats)
    {
        string orders = places.Orders(rows);
        var module = new BenchModule(BenchModule.Folder);
        var twelve = AllCases.Of(module.Metrics).Single(c => c.Id == "c").Metrics;
        foreach (string letter in letters.Intersect(["c", "h"]))
        {
            Console.Error.WriteLine($"{Places.Label(rows)} rows from the file, {letter}");
            IReadOnlyDictionary<string, double?>? ours = null;
            yield return Measure("MetricsAsCode", rows, letter, repeats, () => Tool(places, letter, orders, twelve), output => { ours = letter == "c" ? OfTool(output) : null; return null; });
            foreach (var peer in peers)
                yield return Measure(peer.Name, rows, letter, repeats, () => peer.FromFile(places, orders, letter), output => ours is null ? null : SameResults.Difference(ours, Json.Read<Dictionary<string, double?>>(output)));
        }
    }

    private static FileResult Measure(string engine, long rows, string letter, int repeats, Func<ChildProcess> run, Func<string, string?> check)
    {
        try
        {
            double peak = 0;
            string? difference = null;
            var sample = Sample.Of(
                () =>
                {
                    var child = run();
                    peak = Math.Max(peak, child.PeakMb);
                    difference ??= check(child.Output);
                    return child.Ms;
                },
                repeats);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {engine}: {sample.Median:N0} ms, {peak:N0} MB {difference}"));
            return new FileResult(rows, engine, letter, sample.Times, peak, difference);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or JsonException)
        {
            Console.Error.WriteLine($"  {engine} could not run: {e.Message}");
            return new FileResult(rows, engine, letter, [], 0, e.Message);
        }
    }

    private static ChildProcess Tool(Places places, string letter, string orders, IReadOnlyList<string> twelve)
    {
        string[] where = [BenchModule.Folder, "--as-of", BenchModule.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--data", $"orders={orders}"];
        using var output = new TemporaryFolder();
        return letter == "c"
            ? ChildProcess.Run(["dotnet", places.Tool, "run", .. twelve, .. where, "--for", "2025", "--grain", "month", "--format", "json"], HeapLimit.Variables)
            : ChildProcess.Run(["dotnet", places.Tool, "scorecard", .. where, "--out", output.Path], HeapLimit.Variables);
    }

    private static Dictionary<string, double?> OfTool(string output)
    {
        using var rows = JsonDocument.Parse(output);
        return rows.RootElement.EnumerateArray().ToDictionary(
            r => FlatResults.Key(r.GetProperty("metric").GetString()!.Split('.')[^1], r.GetProperty("period").GetString()!),
            r => r.GetProperty("value").ValueKind == JsonValueKind.Null ? null : (double?)r.GetProperty("value").GetDouble(),
            StringComparer.Ordinal);
    }
}
