using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class PicturesTests
{
    [Theory]
    [InlineData(0, "▱▱▱▱▱▱▱▱▱▱")]
    [InlineData(0.001, "▰▱▱▱▱▱▱▱▱▱")] // something is done
    [InlineData(0.42, "▰▰▰▰▱▱▱▱▱▱")]
    [InlineData(0.999, "▰▰▰▰▰▰▰▰▰▱")] // not all is done
    [InlineData(1, "▰▰▰▰▰▰▰▰▰▰")]
    [InlineData(double.NaN, "▱▱▱▱▱▱▱▱▱▱")]
    public void A_bar_is_full_only_when_all_is_done(double share, string bar) => ProgressBar.Of(share).ShouldBe(bar);

    [Fact]
    public void A_trend_runs_from_its_lowest_to_its_highest_bar() => Sparkline.Of([1, 8, 2, null, 4.5]).ShouldBe("▁█▂·▅");

    [Fact]
    public void Equal_values_are_a_level_line() => Sparkline.Of([7, 7, null]).ShouldBe("▄▄·");

    [Fact]
    public void Without_values_there_is_no_trend() => Sparkline.Of([null, double.NaN]).ShouldBe("");

    [Fact]
    public void The_largest_numbers_have_bars_too() => Sparkline.Of([double.MinValue, 0, double.MaxValue]).ShouldBe("▁▅█");
}
