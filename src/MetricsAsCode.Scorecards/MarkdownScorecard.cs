using System.Text;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards;

/// <summary>A scorecard as Markdown.</summary>
public static class MarkdownScorecard
{
    /// <summary>The same bytes for the same scorecard: lines end with <c>\n</c>, one blank line at most between two others, none at the ends.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="template">How; null: as built in.</param>
    /// <exception cref="ScorecardTemplateException">The template names something that does not exist.</exception>
    public static string Render(ScorecardModel model, IScorecardTemplate? template = null) =>
        Tidy((template ?? HandlebarsTemplate.BuiltIn).Render(model));

    // Parts that are left out leave blank lines behind; a template need not care.
    private static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        var wasBlank = true;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (!isBlank)
                result.Append(line.TrimEnd()).Append('\n');
            else if (!wasBlank)
                result.Append('\n');
            wasBlank = isBlank;
        }

        return result.ToString().TrimEnd('\n') + "\n";
    }
}
