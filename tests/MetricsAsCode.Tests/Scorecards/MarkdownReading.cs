using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Markdown as a code host reads it.</summary>
internal static class MarkdownReading
{
    private static readonly MarkdownPipeline Host = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseFootnotes().UseMathematics().UseEmojiAndSmiley(enableSmileys: false).Build();

    internal static MarkdownDocument Read(string markdown) => Markdig.Markdown.Parse(markdown, Host);

    /// <summary>The blocks and inlines without their texts: what a text must not be able to change.</summary>
    internal static string Shape(string markdown)
    {
        var shape = new StringBuilder();
        Append(shape, Read(markdown));
        return shape.ToString();
    }

    internal static IEnumerable<Table> Tables(string markdown) => Read(markdown).Descendants<Table>();

    internal static string TextOf(MarkdownObject part)
    {
        var text = new StringBuilder();
        foreach (var inline in part.Descendants<LeafInline>())
            text.Append(inline switch { HtmlEntityInline entity => entity.Transcoded.ToString(), CodeInline code => code.Content, _ => inline.ToString() });
        return text.ToString();
    }

    private static void Append(StringBuilder shape, MarkdownObject part)
    {
        if (part is LiteralInline or HtmlEntityInline)
            return;
        shape.Append(part.GetType().Name).Append('(');
        if (part is LinkInline link)
            shape.Append(link.Url);
        if (part is HtmlInline html)
            shape.Append(html.Tag);
        if (part is LeafBlock { Inline: { } inline })
            Append(shape, inline);
        var children = part switch { ContainerBlock block => block.Cast<MarkdownObject>(), ContainerInline container => container, _ => [] };
        foreach (var child in children)
            Append(shape, child);
        shape.Append(')');
    }
}
