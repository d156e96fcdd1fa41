using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Cli;

public class SourceExcerptTests
{
    [Theory]
    [InlineData("metric a = «revenu» / 2", "metric a = revenu / 2", "           ^^^^^^")]
    [InlineData("\tmetric «a»", "    metric a", "           ^")] // a tab reaches to the next multiple of four
    [InlineData("ab\t«c»", "ab  c", "    ^")]
    [InlineData("\"顧客\" «x»", "\"顧客\" x", "       ^")] // wide characters take two cells
    [InlineData("«顧客»", "顧客", "^^^^")]
    [InlineData("e\u0301 «x»", "e\u0301 x", "  ^")] // a mark takes none
    [InlineData("metric a =«»", "metric a =", "          ^")] // something is missing behind the end
    [InlineData("a «»b", "a b", "  ^")]
    [InlineData("a \u001b[31m«b»", "a ?[31mb", "       ^")] // nothing steers the terminal
    public void Carets_stand_under_the_cells_of_the_span(string marked, string source, string carets)
    {
        var excerpt = SourceExcerpt.Of(Marked.In(marked));
        excerpt.Source.ShouldBe($"   1 | {source}");
        excerpt.Carets.ShouldBe($"     | {carets}");
    }

    [Fact]
    public void A_span_over_several_lines_is_underlined_to_the_end_of_its_first()
    {
        var (source, carets) = SourceExcerpt.Of(Marked.In("module m\nmetric «a =\n  b» c"));
        source.ShouldBe("   2 | metric a =");
        carets.ShouldBe("     |        ^^^");
    }

    [Fact]
    public void A_long_line_is_cut_on_both_sides_of_the_span()
    {
        var (source, carets) = SourceExcerpt.Of(Marked.In($"{new string('a', 300)}«xyz»{new string('b', 300)}"));
        source.ShouldBe($"   1 | …{new string('a', 49)}xyz{new string('b', 48)}…");
        carets.ShouldBe($"     | {new string(' ', 50)}^^^");
    }

    [Fact]
    public void A_span_longer_than_the_window_is_underlined_as_far_as_it_is_shown()
    {
        var (source, carets) = SourceExcerpt.Of(Marked.In($"«{new string('x', 300)}»"));
        source.ShouldBe($"   1 | {new string('x', 100)}…");
        carets.ShouldBe($"     | {new string('^', 101)}");
    }

    private static class Marked
    {
        public static Location In(string marked)
        {
            int start = marked.IndexOf('«');
            int end = marked.IndexOf('»') - 1;
            return new Location(new SourceText("a.metrics", marked.Replace("«", "").Replace("»", "")), TextSpan.FromBounds(start, end));
        }
    }
}
