using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MetricsAsCode.Benchmarks.Data;

namespace MetricsAsCode.Benchmarks.Verbs;

/// <summary><c>metrics-bench data --rows 20000000 --out FOLDER</c>.</summary>
internal static class DataVerb
{
    public static Command Command()
    {
        var rows = new Option<long>("--rows") { Description = "How many orders.", DefaultValueFactory = _ => 20_000_000 };
        var output = new Option<string>("--out") { Description = "The folder to write orders.csv to.", Required = true };
        var command = new Command("data", "Writes orders.csv: the same bytes for the same number of rows, on any machine.") { rows, output };
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            string path = OrdersFile.Write(parsed.GetValue(rows), parsed.GetValue(output)!);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {parsed.GetValue(rows):N0} rows, {new FileInfo(path).Length:N0} bytes in {watch.Elapsed.TotalSeconds:N1} s"));
        });
        return command;
    }
}
