using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("Churn rate", "Churn rate")]
    [InlineData("repeat_order_rate", "repeat_order_rate")] // names stay readable
    [InlineData("_hidden_", "\\_hidden\\_")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("a\\|b", "a\\\\&#124;b")]
    [InlineData("`x`", "\\`x\\`")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("](javascript:alert(1))", "\\](javascript&#58;alert(1))")]
    [InlineData("see https://evil.example", "see https&#58;//evil.example")]
    [InlineData("WWW.evil.example", "WWW&#46;evil.example")]
    [InlineData(":smile:", "&#58;smile:")]
    [InlineData("at 10:30", "at 10:30")]
    [InlineData("Note: x", "Note: x")]
    [InlineData("@everyone", "@&#8288;everyone")]
    [InlineData("growth@shop.example", "growth@shop.example")]
    [InlineData("a\r\n\tb\u2028c", "a b c")]
    [InlineData("# a", "\\# a")]
    [InlineData("-1.5", "\\-1.5")]
    [InlineData("12. a", "12\\. a")]
    [InlineData("12.5%", "12.5%")]
    [InlineData("  ", "")]
    public void A_text_is_written_so_that_it_reads_as_it_is(string text, string markdown) => MarkdownText.Escape(text).ShouldBe(markdown);

    [Theory]
    [InlineData('\u202E')] // right-to-left override
    [InlineData('\u200F')] // right-to-left mark
    [InlineData('\u2066')] // isolate
    [InlineData('\u200B')] // zero-width space
    [InlineData('\uFEFF')]
    [InlineData('\uD800')] // half a character
    public void What_hides_or_reorders_text_shows(char hidden) => MarkdownText.Escape($"a{hidden}b").ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData("क्‍ष")] // with a zero-width joiner
    [InlineData("👩‍🚀 שלום")]
    public void What_scripts_and_emoji_need_stays(string text) => MarkdownText.Escape(text).ShouldBe(text);

    [Theory]
    [InlineData(80, 80)]
    [InlineData(81, 80)]
    [InlineData(10_000, 80)]
    public void A_cell_is_cut_with_an_ellipsis(int length, int shown)
    {
        var cell = MarkdownText.Cell(new string('a', length));
        cell.Length.ShouldBe(shown);
        cell.EndsWith('…').ShouldBe(length > shown);
    }

    [Fact]
    public void A_cut_leaves_no_half_character() => MarkdownText.Escape("abc😀😀", 4).ShouldBe("abc…");

    [Fact]
    public void Any_text_reads_as_itself_and_changes_nothing_around_it()
    {
        string[] pieces = ["|", "`", "``", "\\", "*", "**", "_", "[", "]", "(", ")", "<", ">", "<b>", "&", "&amp;", "&#124;", "!", "#", "~~", "$", "$$", ":", "://", "https://", "www.", "@", "{", "}",
            "-", "+", "=", "1.", "a", "b1", " ", "\n", "\r\n\r\n", "\t", "---", ":-:", "<!--", "-->", "[x]", "[^1]", "é", "\"", "'", ".", "mailto:x@y.example", ":smile:", ":)"];
        var random = new Random(20260701);
        for (var i = 0; i < 1000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            Page(text).ShouldSatisfyAllConditions(
                page => MarkdownReading.Shape(page).ShouldBe(MarkdownReading.Shape(Page("a")), $"for {text}"),
                page => Cell(page).ShouldBe(OneLine(text), $"for {text}"));
        }
    }

    [Theory]
    [InlineData("sum(a)", "`sum(a)`")]
    [InlineData("`at`", "`` `at` ``")]
    [InlineData("a ``` b", "````a ``` b````")]
    [InlineData("a\n= b", "`a = b`")]
    [InlineData("", "")]
    public void A_formula_is_fenced_by_one_backtick_more_than_it_has(string formula, string code) => CodeSpan.Of(formula).ShouldBe(code);

    // The text stands alone in each place, so that it may do its worst at the start and end of a line. An empty one would leave out its paragraph.
    private static string Page(string text)
    {
        var safe = MarkdownText.Escape(text) is { Length: > 0 } escaped ? escaped : "a";
        return $"# {safe}\n\n{safe}\n\n- {safe}\n\n| h | i |\n| - | - |\n| {safe} | *i* |\n\n[{safe}](x.md)\n";
    }

    private static string Cell(string page)
    {
        var row = (TableRow)MarkdownReading.Tables(page).Single()[1];
        return MarkdownReading.TextOf((Block)row[0]).Replace("\u2060", "").Trim();
    }

    private static string OneLine(string text)
    {
        var words = new StringBuilder(text).Replace("\r", " ").Replace("\n", " ").Replace("\t", " ").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "a" : string.Join(' ', words);
    }
}
