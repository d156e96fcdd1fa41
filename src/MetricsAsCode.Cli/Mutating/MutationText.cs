using System.Globalization;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Mutating;

/// <summary>The survivors, each with its line and carets, and the totals.</summary>
internal static class MutationText
{
    public static void Print(MutationReport report, ToolConsole console)
    {
        var paint = new Paint(console.ColoursOnError);
        foreach (var survivor in report.Survivors)
        {
            var mutation = survivor.Mutation;
            var start = mutation.Location.Start;
            var (source, carets) = SourceExcerpt.Of(mutation.Location);
            string place = string.Create(CultureInfo.InvariantCulture, $"{mutation.Location.Text.Path}({start.Line},{start.Column})");
            console.Error.WriteLine($"{paint.Strong(place)}: {paint.Error("survived")}: {mutation.Module}.{mutation.Declaration} | {mutation.Change}");
            console.Error.WriteLine(paint.Faint(source));
            console.Error.WriteLine(paint.Error(carets));
        }

        foreach (var stale in report.Stale)
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.ExplanationsPath}({stale.Line}): {paint.Error("explains nothing")}: no survivor of `{stale.Declaration}` is \"{stale.Change}\". Take the line out."));
        console.Out.WriteLine(report.Totals());
    }
}
