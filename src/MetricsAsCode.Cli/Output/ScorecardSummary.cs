using System.Globalization;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Cli.Output;

/// <summary>Says where a scorecard stands, and how its objectives do.</summary>
internal static class ScorecardSummary
{
    public static void Print(ToolContext tool, ScorecardFile file)
    {
        var card = file.Model;
        var written = tool.Console.Out;
        string asOf = card.Period.AsOf is { } day ? $"data as of {day}" : "no dated data";
        written.WriteLine($"{tool.Shown(file.Path)}: {Plain(card.Title)}, {card.Period.Name}, {asOf}");
        foreach (var objective in card.Overview)
            written.WriteLine($"  {Plain(objective.Label)}: {objective.Score.Text} ({objective.Scored}): {string.Join(", ", objective.Statuses.Select(Count))}");
    }

    private static string Count(StatusCount status) => string.Create(CultureInfo.InvariantCulture, $"{status.Count} {status.Status.Word}");

    /// <summary>A label cannot steer the terminal.</summary>
    private static string Plain(string label) => string.Concat(label.Select(c => char.IsControl(c) ? ' ' : c));
}
