namespace MetricsAsCode.Scorecards.Markdown;

// A code span ends at the first run of backticks as long as the one that opened it, so the fence is one backtick longer than any run inside.
// A text that starts or ends with a backtick, or with spaces on both ends, is set off by a space that readers never see.

/// <summary>A formula in code, e.g. <c>`sum(orders.amount)`</c>. Not for tables, which would split it at a bar.</summary>
public static class CodeSpan
{
    /// <summary>The code between backticks, on one line; empty for none.</summary>
    public static string Of(string? code)
    {
        var text = PlainText.OneLine(code ?? "", null);
        if (text.Length == 0)
            return "";
        var fence = new string('`', LongestRun(text) + 1);
        var space = text[0] == '`' || text[^1] == '`' ? " " : "";
        return fence + space + text + space + fence;
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
