using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;

namespace MetricsAsCode.Tests.Scorecards;

public class GoalTests
{
    [Fact]
    public void A_level_stands_on_the_trend_of_key_result_and_north_star()
    {
        var model = Build(Shop.Metric("m"));
        model.Overview.Single().KeyResults.Single().Trend!.Goals.Select(static g => g.Text).ShouldBe(["80.0%"]);
        model.Sections[0].NorthStar!.Trend!.Goals.Select(static g => g.Number).ShouldBe([0.8]);
    }

    [Fact]
    public void What_adds_up_or_reads_the_period_before_has_another_level_in_each_unit()
    {
        var (total, change) = (Shop.Metric("m"), Shop.Metric("m"));
        (total.IsAdditive, change.ReadsPrevious) = (true, true);
        foreach (var metric in new[] { total, change })
            Build(metric).Overview.Single().KeyResults.Single().Trend!.Goals.ShouldBeEmpty();
    }

    private static ScorecardModel Build(MetricSymbol metric)
    {
        var module = Shop.Module(ProductSymbol.Default with { NorthStar = metric }, [metric], [Shop.Objective(Shop.KeyResult(metric, new AtLeast(0.8m)))]);
        var scorecard = Shop.Scorecard(new ShowNorthStar(), new ShowObjectives()) with { Trend = new TrendSymbol(2, Grain.Month) };
        return ScorecardBuilder.Build(module, scorecard, new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.5).With("m", "2026-01", 0.4), ShopScorecard.Path);
    }
}
