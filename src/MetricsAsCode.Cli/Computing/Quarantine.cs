using System.Globalization;
using MetricsAsCode.Cli.Output;
using MetricsAsCode.Cli.Results;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;

namespace MetricsAsCode.Cli.Computing;

// 1. Each source has a file of its own, `module.source.csv`, written whole or not at all; where nothing is wrong any more, the file of an earlier run goes.
// 2. A line is a row that was set aside: where it stands, what is wrong with it first, and the row as it is written.

/// <summary>The folder of rows that were set aside.</summary>
internal sealed class Quarantine(ToolContext tool, string folder)
{
    private static readonly string[] Header = ["file", "line", "column", "name", "value", "reason", "row"];

    /// <summary>Writes the rows that were set aside of the tables of a plan, and says how many they are.</summary>
    public void Take(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        var paint = new Paint(tool.Console.ColoursOnError);
        using var files = new StagedFiles();
        foreach (var source in plan.Sources.Select(s => s.Source))
        {
            var frame = frames[plan.NameOf(source)];
            string path = Path.Combine(folder, source.QualifiedName + ".csv");
            if (frame.Rejected.Count == 0)
            {
                if (File.Exists(path))
                    File.Delete(path);
                continue;
            }

            files.Stage(path, string.Concat(Lines(frame.Rejected).Select(line => line + "\n")));
            long all = (long)frame.RowCount + frame.Rejected.Count;
            tool.Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{paint.Warning("warning:")} {frame.Rejected.Count:N0} of {all:N0} rows of `{source.QualifiedName}` break its contract and are set aside: {tool.Shown(path)}"));
        }

        files.Commit();
    }

    private IEnumerable<string> Lines(IReadOnlyList<DataError> rejected)
    {
        var rows = rejected.GroupBy(e => e.File, StringComparer.Ordinal)
            .ToDictionary(f => f.Key, f => WrittenRows.At(f.Key, f.Select(e => e.Line).ToHashSet()), StringComparer.Ordinal);
        return rejected
            .OrderBy(e => e.File, StringComparer.Ordinal)
            .ThenBy(e => e.Line)
            .Select(e => new[] { tool.Shown(e.File), Number(e.Line), e.Column == 0 ? "" : Number(e.Column), e.ColumnName ?? "", e.Value ?? "", e.Message, rows[e.File].GetValueOrDefault(e.Line, "") })
            .Prepend(Header)
            .Select(CsvText.Line);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
