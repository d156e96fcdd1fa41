using System.CommandLine;
using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Compiling;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Ours;
using MetricsAsCode.Benchmarks.Parts;
using MetricsAsCode.Benchmarks.Report;

namespace MetricsAsCode.Benchmarks.Verbs;

/// <summary><c>metrics-bench run --out FOLDER</c>: everything, or some parts of it.</summary>
internal static class RunVerb
{
    private const string Parts = "memory,csv,growth,compiler,start";

    public static Command Command()
    {
        var rows = List("--rows", "Sizes; the largest is also read from the file.", "200k,2m,20m");
        var cases = List("--cases", "Letters of cases.", "a,b,c,d,e,f,g,h");
        var peers = List("--peers", "Engines to compare with; `none` for none.", "duckdb,polars,clickhouse");
        var parts = List("--parts", "What is measured.", Parts);
        var data = new Option<string>("--data") { Description = "Where the files of orders are, in a folder for each size; they are written when they are not there.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "bench") };
        var repeats = new Option<int>("--repeats") { Description = "Runs that count, of whole processes and of the compiler.", DefaultValueFactory = _ => Sample.Repeats };
        var output = new Option<string>("--out") { Description = "The folder for results.json and performance.md.", Required = true };
        var command = new Command("run", "Measures, compares and writes the report.") { rows, cases, peers, parts, data, repeats, output };
        command.SetAction(parsed =>
        {
            var places = Places.In(Places.Repository(), parsed.GetValue(data)!);
            string[] asked = parsed.GetValue(parts)!.Split(',');
            long[] sizes = [.. parsed.GetValue(rows)!.Split(',').Select(Places.Rows)];
            string[] letters = parsed.GetValue(cases)!.Split(',');
            Peer[] others = [.. Peer.All.Where(p => parsed.GetValue(peers)!.Split(',').Contains(p.Name, StringComparer.OrdinalIgnoreCase))];
            int times = parsed.GetValue(repeats);
            Directory.CreateDirectory(parsed.GetValue(output)!);
            var book = new ResultsBook(Machine.This(), $"metrics-bench {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}", asked.Contains("memory") ? Bandwidth.GigabytesPerSecond(2) : null);
            foreach (string part in Parts.Split(',').Intersect(asked))
            {
                book = part switch
                {
                    "memory" => book with { Memory = [.. sizes.SelectMany(size => MemoryPart.Run(places, size, letters, others))] },
                    "csv" => book with { Files = [.. FilePart.Run(places, sizes.Max(), letters, others, times)] },
                    "growth" => book with { Growth = [.. GrowthPart.Run(places, sizes.Max())] },
                    "compiler" => book with { Compiler = [.. CompilerPart.Run(times)] },
                    _ => book with { Start = [.. StartPart.Run(places, times)] },
                };
                Write(book, parsed.GetValue(output)!);
            }
        });
        return command;
    }

    // After each part, so that what is measured is not lost when a later one fails.
    private static void Write(ResultsBook book, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "results.json"), Json.Write(book));
        File.WriteAllText(Path.Combine(folder, "performance.md"), PerformancePage.Of(book, AllCases.Of(new BenchModule(BenchModule.Folder).Metrics)));
    }

    private static Option<string> List(string name, string description, string all) => new(name) { Description = $"{description} A list with commas.", DefaultValueFactory = _ => all };
}
