using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;

namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>What one engine needed for a group of cases at a number of rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Group">The letters, measured in one process.</param>
/// <param name="Report">What it found; null when it could not run.</param>
/// <param name="Error">Why it could not.</param>
/// <param name="Differences">By letter: where its results are not ours. A time of such a case does not count.</param>
internal sealed record MemoryResult(long Rows, string Engine, string Group, EngineReport? Report, string? Error, IReadOnlyDictionary<string, string> Differences);

/// <summary>The cases over tables in memory: ours first, then one peer after the other, each in a process of its own.</summary>
internal static class MemoryPart
{
    public static IEnumerable<MemoryResult> Run(Places places, long rows, IReadOnlyList<string> letters, IReadOnlyList<Peer> peers)
    {
        string orders = places.Orders(rows);
        foreach (var group in letters.GroupBy(l => l == "h"))
        {
            string name = string.Join(',', group);
            Console.Error.WriteLine($"{Places.Label(rows)} rows, {name}");
            var ours = Ours(rows, orders, name);
            yield return ours;
            // Where ours has no result, the peers are held against each other.
            var measure = ours.Report;
            foreach (var peer in peers)
            {
                var theirs = Measure(peer, places, rows, [.. group], measure);
                measure ??= theirs.Report;
                yield return theirs;
            }
        }
    }

    private static MemoryResult Ours(long rows, string orders, string letters)
    {
        try
        {
            var report = Json.Read<EngineReport>(ChildProcess.Run([Places.Self, "engine", "--data", orders, "--cases", letters], HeapLimit.Variables, isQuiet: false).Output);
            return new MemoryResult(rows, report.Engine, letters, report, null, new Dictionary<string, string>());
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine($"  MetricsAsCode could not run: {e.Message}");
            return new MemoryResult(rows, "MetricsAsCode", letters, null, e.Message, new Dictionary<string, string>());
        }
    }

    private static MemoryResult Measure(Peer peer, Places places, long rows, IReadOnlyList<string> letters, EngineReport? expected)
    {
        string name = string.Join(',', letters);
        try
        {
            var report = peer.Measure(places, places.Orders(rows), letters);
            var differences = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string letter in letters)
            {
                if (report.Cases.GetValueOrDefault(letter) is not { Result: { } result })
                    differences.Add(letter, report.Cases.GetValueOrDefault(letter)?.Error ?? "no result");
                else if (expected?.Cases.GetValueOrDefault(letter)?.Result is { } known && SameResults.Difference(known, result) is { } difference)
                    differences.Add(letter, difference);
            }

            foreach (var (letter, difference) in differences)
                Console.Error.WriteLine($"  {peer.Name} {letter}: {difference}");
            return new MemoryResult(rows, peer.Name, name, report, null, differences);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or System.Text.Json.JsonException)
        {
            Console.Error.WriteLine($"  {peer.Name} could not run: {e.Message}");
            return new MemoryResult(rows, peer.Name, name, null, e.Message, new Dictionary<string, string>());
        }
    }
}
