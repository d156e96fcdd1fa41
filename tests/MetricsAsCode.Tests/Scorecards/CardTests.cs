using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Scorecards;

public class CardTests
{
    [Fact]
    public void A_card_says_what_its_value_rests_on()
    {
        var found = FakeEngine.Measured(Value.Of(0.8), 25, Caveat.UnfinishedPeriod, Caveat.SmallSample(25)) with
        {
            Unit = MetricsAsCode.Values.Unit.Ratio,
            Interval = new Interval(0.609, 0.911),
            ResponseRate = new Measurement { Value = Value.Of(0.5), Unit = MetricsAsCode.Values.Unit.Ratio },
        };
        Page(found).ShouldContain("**80.0%** · n = 25 · response rate 50.0% · 95% interval 60.9%..91.1% · ⚠️ small sample (n = 25)\n");
    }

    [Fact]
    public void A_card_without_a_value_says_why() => Page(Measurement.None(Reason.NoRows, MetricsAsCode.Values.Unit.Ratio)).ShouldContain("**no value (no rows)** · n = 0\n");

    private static string Page(Measurement found) => MarkdownScorecard.Render(ScorecardBuilder.Build(
        Shop.Module(metrics: [Shop.Metric("m")]), Shop.Scorecard(new ShowOtherMetrics()), new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", found), ShopScorecard.Path));
}
