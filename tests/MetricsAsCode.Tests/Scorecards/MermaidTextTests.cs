using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class MermaidTextTests
{
    [Theory]
    [InlineData("Awareness & Discovery", "Awareness #38; Discovery")]
    [InlineData("say \"hi\"", "say #34;hi#34;")]
    [InlineData("<script>", "#60;script#62;")]
    [InlineData("a\n```\nb", "a #96;#96;#96; b")]
    [InlineData("#quot; %% {x} [y] (z)", "#35;quot#59; #37;#37; #123;x#125; #91;y#93; #40;z#41;")]
    [InlineData("नमस्ते", "नमस्ते")]
    [InlineData("\u202Eabc", "\uFFFDabc")]
    public void A_label_cannot_end_itself_or_the_chart(string text, string label) => MermaidText.Of(text).ShouldBe(label);

    [Fact]
    public void A_label_is_cut_like_a_cell() => MermaidText.Of(new string('x', 10_000)).Length.ShouldBe(MarkdownText.CellLength);

    [Theory]
    [InlineData(0, "░")]
    [InlineData(0.25, "░")]
    [InlineData(0.5, "▒")]
    [InlineData(0.75, "▓")]
    [InlineData(1, "█")]
    public void The_higher_the_fuller(double share, string block) => Shade.Of(share).ShouldBe(block);
}
