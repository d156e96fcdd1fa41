using System.Globalization;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Mutating;

/// <summary>The survivors, each with its line and carets, and the totals.</summary>
internal static class MutationText
{
    public static void Print(MutationReport report, ToolConsole console)
    {
        var paint = new Paint(console.ColoursOnError);
        var excerpts = new Excerpts(console);
        foreach (var survivor in report.Survivors)
            excerpts.Print(survivor.Mutation.Location, "survived", $": {survivor.Mutation.Module}.{survivor.Mutation.Declaration} | {survivor.Mutation.Change}");

        foreach (var stale in report.Stale)
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.ExplanationsPath}({stale.Line}): {paint.Error("explains nothing")}: no survivor of `{stale.Declaration}` is \"{stale.Change}\". Take the line out."));
        console.Out.WriteLine(report.Totals());
    }
}
