using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Charts;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

public class FunnelPictureTests
{
    private static readonly Figure None = new(null, "no value (no rows)", "no rows");

    [Fact]
    public void Bars_are_as_long_as_the_share_that_is_left()
    {
        var svg = Draw(Step("Seen", 200, 1), Step("Bought", 50, 0.25));
        SvgReading.Shapes(svg, "rect", "accent").Select(static r => r.Numbers("x", "width")).ShouldBe([[16, 528], [16, 132]]);
        SvgReading.Texts(svg).ShouldBe(["", "Seen", "200", "75.0% lost · after 3 min", "Bought", "50 · 25.0%"]);
    }

    [Fact]
    public void A_funnel_that_nobody_entered_says_so()
    {
        var svg = Draw(new("Seen", new(0, "0"), None, null, null, null), new("Bought", new(0, "0"), None, None, None, None));
        SvgReading.Shapes(svg, "rect", "accent").ShouldBeEmpty();
        SvgReading.Texts(svg).ShouldContain("no value (no rows)");
        svg.ShouldBeApproved("funnel-empty");
    }

    [Fact]
    public void A_funnel_reads_well() => Draw(Step("Seen", 200, 1), Step("Put into the basket after a long while of comparing with all other offers", 120, 0.6), Step("Bought", 1, 0.0004)).ShouldBeApproved("funnel");

    private static string Draw(params FunnelStepModel[] steps) =>
        FunnelChart.Of(new FunnelModel("f", "Shop visit", null, new("a:1", "a#L1"), "1 day", [.. steps], null))!.Value.Svg;

    private static FunnelStepModel Step(string label, int count, double rate) => new(
        label,
        new(count, FormattableString.Invariant($"{count}")),
        new(rate, FormattableString.Invariant($"{rate * 100:0.0}%")),
        rate < 1 ? new(rate, FormattableString.Invariant($"{rate * 100:0.0}%")) : null,
        rate < 1 ? new(1 - rate, FormattableString.Invariant($"{(1 - rate) * 100:0.0}%")) : null,
        rate < 1 ? new(1, "3 min") : null);
}
