using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>Turns a scorecard into text. The seam behind which the template engine stands.</summary>
public interface IScorecardTemplate
{
    /// <summary>The scorecard as Markdown.</summary>
    /// <exception cref="ScorecardTemplateException">The template names something that does not exist.</exception>
    string Render(ScorecardModel model);
}
