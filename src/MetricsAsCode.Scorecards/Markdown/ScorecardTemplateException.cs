namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>A template cannot be read, or names something that a scorecard does not have. The message is for the template's author.</summary>
public sealed class ScorecardTemplateException(string template, string fact, Exception? inner = null) : Exception($"The template `{template}` cannot be used: {fact}", inner)
{
    /// <summary>The template's name, e.g. its file.</summary>
    public string Template { get; } = template;
}
