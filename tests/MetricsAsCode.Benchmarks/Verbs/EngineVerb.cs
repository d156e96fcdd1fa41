using System.CommandLine;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Ours;

namespace MetricsAsCode.Benchmarks.Verbs;

/// <summary><c>metrics-bench engine --data orders.csv --cases a,b</c>: our own engine alone, in this process.</summary>
internal static class EngineVerb
{
    public static Command Command()
    {
        var data = new Option<string>("--data") { Description = "The file of orders.", Required = true };
        var cases = new Option<string>("--cases") { Description = "Letters of cases.", DefaultValueFactory = _ => "a,b,c,d,e,f,g,h" };
        var threads = new Option<int>("--threads") { Description = "The most threads at once.", DefaultValueFactory = _ => 2 };
        var output = new Option<string?>("--out") { Description = "A file for the report; standard output without it." };
        var command = new Command("engine", "Measures our own engine over frames in memory.") { data, cases, threads, output };
        command.SetAction(parsed =>
        {
            string report = Json.Write(EngineRun.Of(parsed.GetValue(data)!, parsed.GetValue(cases)!.Split(','), parsed.GetValue(threads)));
            if (parsed.GetValue(output) is { } file)
                File.WriteAllText(file, report);
            else
                Console.WriteLine(report);
        });
        return command;
    }
}
