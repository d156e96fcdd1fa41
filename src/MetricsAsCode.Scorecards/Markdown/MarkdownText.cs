using System.Globalization;
using System.Text;

namespace MetricsAsCode.Scorecards.Markdown;

// Text from data or definitions goes into Markdown through this one function.
// 1. It is one line: every run of white space and control characters is one space, and none stands at the ends; a no-break space between digits stays.
// 2. Characters that reorder or hide text (right-to-left overrides, zero width) and broken surrogates show as U+FFFD: two groups never look alike in silence
//    and no cell runs backwards. The joiners of Indic scripts and emoji stay.
// 3. What means something to Markdown is escaped by a backslash; what means something to HTML, tables or mathematics by an entity,
//    because hosts split tables before they read backslashes. Underscores inside words mean nothing and stay readable.
// 4. Nothing becomes a link, a mention, a reference or an emoji by itself: schemes, `www.`, `@name`, and `#12`, `GH-12`, `!12` and `&12` of hosts are taken apart.
//    Addresses of mail stay whole, so that they can be copied.
// 5. A text that starts a line starts no block: no heading, list, quote or rule.

/// <summary>Text that is safe anywhere in a line of Markdown: in a table cell, a heading, a link's label, a paragraph.</summary>
public static class MarkdownText
{
    /// <summary>As many characters as a table cell shows.</summary>
    public const int CellLength = 80;

    // Joins words without a break, and shows as nothing.
    private const string Joiner = "&#8288;";

    /// <summary>The text as inline Markdown of a table cell, cut after <see cref="CellLength"/> characters with an ellipsis.</summary>
    public static string Cell(string? text) => Escape(text, CellLength);

    /// <summary>The text as inline Markdown, cut with an ellipsis after <paramref name="limit"/> characters, if one is given.</summary>
    public static string Escape(string? text, int? limit = null)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var plain = PlainText.OneLine(text, limit);
        var result = new StringBuilder(plain.Length + 16);
        var start = EscapeBlockStart(plain, result);
        for (var i = start; i < plain.Length; i++)
            Append(result, plain, i);
        return result.ToString();
    }

    private static void Append(StringBuilder result, string text, int i)
    {
        var c = text[i];
        _ = c switch
        {
            '\\' or '`' or '*' or '[' or ']' or '~' => result.Append('\\').Append(c),
            '_' => IsInsideWord(text, i) ? result.Append(c) : result.Append("\\_"),
            '<' => result.Append("&lt;"),
            '>' => result.Append("&gt;"),
            '&' => result.Append("&amp;").Append(IsDigit(text, i + 1) ? Joiner : ""),
            '#' or '!' when IsDigit(text, i + 1) => result.Append(c).Append(Joiner),
            '-' when IsDigit(text, i + 1) && EndsWith(text, i, "gh") => result.Append(c).Append(Joiner),
            '|' => result.Append("&#124;"),
            '$' => result.Append("&#36;"),
            ':' when IsScheme(text, i) => result.Append("&#58;"),
            '.' when EndsWith(text, i, "www") => result.Append("&#46;"),
            '@' when i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && !IsWord(text, i - 1) => result.Append(c).Append(Joiner),
            _ => result.Append(c),
        };
    }

    // `# `, `- `, `+ `, `= `, `1. ` and `1) ` open blocks at the start of a line; the other openers are escaped everywhere.
    private static int EscapeBlockStart(string text, StringBuilder result)
    {
        if (text.Length > 0 && text[0] is '#' or '-' or '+' or '=')
        {
            result.Append('\\').Append(text[0]).Append(text[0] == '#' && IsDigit(text, 1) ? Joiner : "");
            return 1;
        }

        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == 0 || digits == text.Length || text[digits] is not ('.' or ')') || (digits + 1 < text.Length && text[digits + 1] != ' '))
            return 0;
        result.Append(text, 0, digits).Append('\\').Append(text[digits]);
        return digits + 1;
    }

    // `https:`, `mailto:x` and `:smile:`, but not `10:30`, `orders.metrics:12` or a colon at the end of a word.
    private static bool IsScheme(string text, int i) => i + 1 < text.Length && text[i + 1] != ' ' && !(char.IsAsciiDigit(text[i + 1]) && IsWord(text, i - 1));

    private static bool EndsWith(string text, int end, string word) => end >= word.Length && string.Compare(text, end - word.Length, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsDigit(string text, int i) => i < text.Length && char.IsAsciiDigit(text[i]);

    private static bool IsInsideWord(string text, int i) => IsWord(text, i - 1) && IsWord(text, i + 1);

    private static bool IsWord(string text, int i) =>
        i >= 0 && i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark);
}
