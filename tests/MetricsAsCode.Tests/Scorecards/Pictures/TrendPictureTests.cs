using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Charts;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

public class TrendPictureTests
{
    [Fact]
    public void Points_stand_at_their_values_and_gaps_stay_open()
    {
        // The plot is 516 wide from 22 on and 116 high from 56 to 172: 10 below, 30 above, 20 in the middle.
        var svg = TrendChart.Of("Sales", Trend(10, null, 30, 20)).Svg;
        SvgReading.Shapes(svg, "circle", "accent").Select(static c => c.Numbers("cx", "cy")).ShouldBe([[22, 172], [366, 56], [538, 114]]);
        SvgReading.Shapes(svg, "path", "line").Select(static p => p.Attribute("d")!.Value).ShouldBe(["M366 56L538 114"]);
    }

    [Fact]
    public void A_target_is_a_line_of_its_own()
    {
        var svg = TrendChart.Of("Sales", Trend(10, 30) with { Goals = [new(20, "20")] }).Svg;
        SvgReading.Shapes(svg, "path", "dimstroke").Select(static p => p.Attribute("d")!.Value).ShouldContain("M16 114L544 114");
        SvgReading.Texts(svg).ShouldContain("target 20");
    }

    [Fact]
    public void One_value_is_a_point_in_the_middle() =>
        SvgReading.Shapes(TrendChart.Of("Sales", Trend(7)).Svg, "circle", "accent").Single().Numbers("cx", "cy").ShouldBe([280, 114]);

    [Fact]
    public void Without_any_value_there_is_no_line()
    {
        var (svg, alt) = TrendChart.Of("Sales", Trend(null, null));
        SvgReading.Shapes(svg, "circle", "accent").ShouldBeEmpty();
        alt.ShouldBe("Sales by week: no value.");
    }

    [Fact]
    public void It_says_in_words_what_it_shows() =>
        TrendChart.Of("Sales", Trend(10, null, 30) with { Goals = [new(20, "20")] }).Alt.ShouldBe("Sales by week: from 10 in W1 to 30 in W3; 1 without a value; target 20.");

    [Fact]
    public void The_largest_numbers_stay_on_the_picture()
    {
        foreach (var circle in SvgReading.Shapes(TrendChart.Of("Sales", Trend(double.MinValue, 0, double.MaxValue)).Svg, "circle", "accent"))
            circle.Numbers("cy")[0].ShouldBeInRange(56, 172);
        Should.NotThrow(() => TrendChart.Of("Sales", Trend(double.MaxValue)));
    }

    [Fact]
    public void A_trend_with_a_gap_and_a_target_reads_well() =>
        TrendChart.Of("A share with a target and a week without rows", Trend(0.1, 0.4, null, 0.35, 0.5, 0.45) with { Goals = [new(0.6, "60.0%")] }).Svg.ShouldBeApproved("trend");

    [Fact]
    public void Several_trends_stand_side_by_side() =>
        TrendChart.Of("Trends", [("Rising", Trend(1, 2, 3)), ("A long label that takes two lines in its column", Trend(3, -2, 1)), ("Level", Trend(5, 5)), ("One", Trend(5)), ("None", Trend(null, null))])!.Value.Svg.ShouldBeApproved("trends");

    internal static TrendModel Trend(params double?[] numbers) => new(
        "week",
        [.. numbers.Select(static (n, i) => new TrendPoint($"W{i + 1}", new(n, n is { } known ? FormattableString.Invariant($"{known}") : "no value (no rows)", n is null ? "no rows" : null)))]);
}
