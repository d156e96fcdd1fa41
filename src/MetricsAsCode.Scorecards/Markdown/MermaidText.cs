using System.Text;

namespace MetricsAsCode.Scorecards.Markdown;

// Mermaid reads much in a label: quotes end it, Markdown and HTML in it are drawn, `%%` begins a comment, a line of backticks ends the block around it. Whatever is
// not a letter, a digit, a mark on one, or one of a few harmless signs is written by its number, which Mermaid shows as the character.

/// <summary>Text that is safe in a quoted label of a Mermaid chart, on one line and not longer than a table cell's.</summary>
internal static class MermaidText
{
    internal static string Of(string? text)
    {
        var result = new StringBuilder();
        foreach (var rune in PlainText.OneLine(text ?? "", MarkdownText.CellLength).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or ',' or '.' || rune.Value > 0x7F)
                result.Append(rune);
            else
                result.Append(System.Globalization.CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return result.ToString();
    }
}
