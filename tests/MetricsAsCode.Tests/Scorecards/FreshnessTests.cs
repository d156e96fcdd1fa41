using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Scorecards;

public class FreshnessTests
{
    [Theory]
    [InlineData("2026-02-15", "45 days before the period ends")]
    [InlineData("2026-03-31", "1 day before the period ends")]
    [InlineData("2026-04-01", "the period's last day")]
    [InlineData("2026-04-02", "1 day after the period's end")]
    [InlineData("2025-12-31", "2 days before the period starts")]
    public void The_newest_day_is_told_against_the_period(string asOf, string expected) => Of(asOf).AgainstPeriod.ShouldBe(expected);

    [Fact]
    public void Sources_that_end_before_the_newest_day_are_named_the_oldest_first() =>
        Of("2026-02-15", ("orders", "2026-02-14"), ("costs", "2026-01-01"), ("visits", "2026-02-13"), ("later", "2026-03-01")).Older
            .ShouldBe([new("costs", "2026-01-01", "44 days"), new("visits", "2026-02-13", "1 day")]);

    [Fact]
    public void The_page_says_so()
    {
        var engine = new FakeEngine(Shop.HalfOfQ1) { Reach = [new("orders", Shop.HalfOfQ1), new("costs", Instant.FromUtc(2026, 1, 1))] };
        var page = MarkdownScorecard.Render(ScorecardBuilder.Build(Shop.Module(metrics: [Shop.Metric("m")]), Shop.Scorecard(new ShowOtherMetrics()), engine, ShopScorecard.Path));
        page.ShouldContain("data as of **2026-02-14**, 45 days before the period ends\n");
        page.ShouldContain("Of 2 dated sources these end earlier: costs on 2026-01-01 (44 days older).\n");
    }

    [Fact]
    public void The_page_counts_the_rows_that_are_left_out_as_later()
    {
        var engine = new FakeEngine(Shop.HalfOfQ1) { Later = [new("orders", 1), new("costs", 1200)] };
        MarkdownScorecard.Render(ScorecardBuilder.Build(Shop.Module(metrics: [Shop.Metric("m")]), Shop.Scorecard(new ShowOtherMetrics()), engine, ShopScorecard.Path))
            .ShouldContain("Left out, since they are later than the data count: 1 row of orders, 1200 rows of costs.\n");
    }

    [Fact]
    public void Without_data_nothing_is_said() =>
        ScorecardBuilder.Build(Shop.Module(), Shop.Scorecard(), new FakeEngine(null), ShopScorecard.Path).Freshness.ShouldBe(FreshnessModel.Unknown);

    private static FreshnessModel Of(string asOf, params (string Source, string Newest)[] reach)
    {
        var engine = new FakeEngine(At(asOf)) { Reach = [.. reach.Select(static r => new SourceReach(r.Source, At(r.Newest)))] };
        return ScorecardBuilder.Build(Shop.Module(), Shop.Scorecard(), engine, ShopScorecard.Path).Freshness;
    }

    private static Instant At(string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Instant.FromUtc(date.Year, date.Month, date.Day);
    }
}
