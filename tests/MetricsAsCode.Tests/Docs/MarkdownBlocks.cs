namespace MetricsAsCode.Tests.Docs;

/// <summary>A fenced block: what stands behind its fence, and its lines.</summary>
internal sealed record MarkdownBlock(string Info, string Text, int Line);

internal static class MarkdownBlocks
{
    public static IReadOnlyList<MarkdownBlock> In(string markdown)
    {
        var blocks = new List<MarkdownBlock>();
        string[] lines = markdown.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            int start = i;
            var text = new List<string>();
            while (!lines[++i].StartsWith("```", StringComparison.Ordinal))
            {
                text.Add(lines[i]);
            }

            blocks.Add(new MarkdownBlock(lines[start][3..].Trim(), string.Join("\n", text) + "\n", start + 1));
        }

        return blocks;
    }
}
