namespace MetricsAsCode.Scorecards.Markdown;

// Templates never see a bare string: whatever way they write a text, it is escaped. The template engine's own encoder would not do:
// it is skipped for `{{{text}}}`, and in partials that stand on an indented line.

/// <summary>A text from data or definitions in a template. Written plainly it is escaped; helpers read it raw and escape it in their own way.</summary>
internal sealed class TemplateText(string raw)
{
    internal string Raw { get; } = raw;

    public override string ToString() => MarkdownText.Escape(Raw);
}
