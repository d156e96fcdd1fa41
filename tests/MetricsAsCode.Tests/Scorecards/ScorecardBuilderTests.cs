using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;

namespace MetricsAsCode.Tests.Scorecards;

public class ScorecardBuilderTests
{
    [Fact]
    public void All_numbers_are_computed_in_one_call()
    {
        var engine = new FakeEngine(Shop.HalfOfQ1);
        var (module, scorecard) = ShopScorecard.Declare();
        ScorecardBuilder.Build(module, scorecard, engine, ShopScorecard.Path);
        engine.Calls.ShouldBe(1);
        engine.Requests.Select(static r => (r.Metric, r.By)).ShouldBeUnique();
    }

    [Fact]
    public void Two_breakdowns_of_a_metric_do_not_mix()
    {
        var metric = Shop.Metric("m");
        var engine = new FakeEngine(Shop.HalfOfQ1).WithGroup("m", "customers.country", "France", 0.1, 3).WithGroup("m", "customers.city", "Lyon", 0.2, 3);
        var sections = Build(engine, metrics: [metric], items: [new ShowOneMetric(metric, Column("country"), null), new ShowOneMetric(metric, Column("city"), null)]).Sections;
        sections.Select(static s => s.Breakdown!.Groups.Single().Group).ShouldBe(["France", "Lyon"]);
        engine.Calls.ShouldBe(2);
    }

    [Fact]
    public void A_running_period_is_compared_with_the_same_days_of_the_one_before()
    {
        var engine = new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.5).With("m", "2025-10-01..2025-11-14", 0.4);
        Only(engine, Shop.Metric("m")).Change.ShouldBe(new ChangeModel(0.5 - 0.4, "▲ +10.0 points", null, "2025-10-01..2025-11-14"));
    }

    [Fact]
    public void A_period_that_has_ended_is_compared_with_the_whole_one_before()
    {
        var orders = Shop.Metric("m", Unit.Count);
        orders.Better = Direction.Lower;
        var engine = new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 150.0).With("m", "2025-Q4", 200.0);
        Only(engine, orders).Change.ShouldBe(new ChangeModel(-50, "▼ -25.0%", "better", "2025-Q4"));
    }

    [Fact]
    public void A_change_from_nothing_is_told_in_the_unit_itself() =>
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 3).With("m", "2025-Q4", 0), Shop.Metric("m", Unit.Count)).Change!.Text.ShouldBe("▲ +3");

    [Fact]
    public void A_change_from_no_value_says_why_there_is_none() =>
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.5), Shop.Metric("m")).Change!.Text.ShouldBe("no comparison (no rows)");

    [Fact]
    public void The_last_digits_of_a_double_are_no_change() =>
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.1 + 0.2).With("m", "2025-Q4", 0.3), Shop.Metric("m")).Change!.Text.ShouldBe("unchanged");

    [Fact]
    public void A_trend_ends_with_the_last_whole_unit_before_the_as_of()
    {
        // The as-of is Sunday the 15th of February: week 6 ended a week before, week 7 has a day to go.
        var engine = new FakeEngine(Shop.HalfOfQ1).With("m", "2026-W05", 0.1).With("m", "2026-W06", 0.2);
        var trend = Build(engine, metrics: [Shop.Metric("m")], items: [new ShowOtherMetrics()], trend: new TrendSymbol(3, Grain.Week)).Sections.Single().Metrics!.Rows.Single().Trend!;
        trend.Points.Select(static p => (p.Period, p.Value.Text)).ShouldBe([("2026-W04", "no value (no rows)"), ("2026-W05", "10.0%"), ("2026-W06", "20.0%")]);
    }

    [Fact]
    public void A_trend_never_steps_finer_than_its_metric()
    {
        var metric = Shop.Metric("m");
        metric.Every = Grain.Month;
        var trend = Build(new FakeEngine(Shop.EndOfQ1).With("m", "2026-03", 0.1), metrics: [metric], items: [new ShowOtherMetrics()], trend: new TrendSymbol(2, Grain.Week)).Sections.Single().Metrics!.Rows.Single().Trend!;
        trend.Points.Select(static p => p.Period).ShouldBe(["2026-02", "2026-03"]);
    }

    [Fact]
    public void A_figure_of_a_fixed_grain_says_which_unit_it_is_of()
    {
        var metric = Shop.Metric("m");
        metric.Every = Grain.Month;
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.1), metric).Value.Of.ShouldBe("2026-03");
        Only(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.1), metric).Value.Of.ShouldBe("2026-01"); // February has not ended
        Only(new FakeEngine(Shop.HalfOfQ1), metric).Value.Of.ShouldBeNull(); // there is no value
        metric.Every = Grain.Quarter;
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.1), metric).Value.Of.ShouldBeNull(); // it is of the whole period
        metric.Every = null;
        Only(new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", 0.1), metric).Value.Of.ShouldBeNull();
    }

    [Fact]
    public void A_trend_of_rows_that_stand_for_a_month_goes_by_months()
    {
        var metric = Shop.Metric("m");
        metric.RowGrain = Grain.Month;
        var trend = Build(new FakeEngine(Shop.EndOfQ1).With("m", "2026-03", 0.1), metrics: [metric], items: [new ShowOtherMetrics()], trend: new TrendSymbol(2, Grain.Week)).Sections.Single().Metrics!.Rows.Single().Trend!;
        trend.Points.Select(static p => p.Period).ShouldBe(["2026-02", "2026-03"]);
    }

    [Fact]
    public void Show_metrics_shows_what_nothing_else_shows()
    {
        var (star, measured, beside, alone, other) = (Shop.Metric("star"), Shop.Metric("measured"), Shop.Metric("beside"), Shop.Metric("alone"), Shop.Metric("other"));
        var objective = Shop.Objective(Shop.KeyResult(measured, new AtLeast(1), supporting: [beside]));
        var model = Build(new FakeEngine(Shop.EndOfQ1), ProductSymbol.Default with { NorthStar = star }, [star, measured, beside, alone, other], [objective],
            [new ShowNorthStar(), new ShowObjectives(), new ShowOneMetric(alone, Column("city"), null), new ShowOtherMetrics()]);
        model.Sections[^1].Metrics!.Rows.Select(static r => r.Name).ShouldBe(["other"]);
        model.Cards.Select(static c => c.Name).ShouldBe(["star", "measured", "beside", "alone", "other"]);
    }

    [Fact]
    public void Shares_are_of_the_whole_and_only_where_groups_add_up()
    {
        var (orders, average) = (Shop.Metric("orders", Unit.Count), Shop.Metric("average", Unit.Number));
        orders.IsAdditive = true;
        var engine = new FakeEngine(Shop.EndOfQ1).With("orders", "2026-Q1", 8).WithGroup("orders", "customers.city", "Lyon", 6, 6).WithGroup("orders", "customers.city", null, 2, 2)
            .With("average", "2026-Q1", 8).WithGroup("average", "customers.city", "Lyon", 6, 6);
        var sections = Build(engine, metrics: [orders, average], items: [new ShowOneMetric(orders, Column("city"), null), new ShowOneMetric(average, Column("city"), null)]).Sections;
        sections[0].Breakdown!.Groups.Select(static g => g.Share!.Text).ShouldBe(["75.0%", "25.0%"]);
        sections[1].Breakdown!.HasShares.ShouldBeFalse();
    }

    [Fact]
    public void Without_data_everything_says_so()
    {
        var (module, scorecard) = ShopScorecard.Declare();
        var model = ScorecardBuilder.Build(module, scorecard with { For = new RelativePeriod(0, Grain.Month, default) }, new FakeEngine(null), ShopScorecard.Path);
        (model.Period.State, model.Period.AsOf, model.Period.From).ShouldBe(("no data", null, null));
        model.Overview.Single().KeyResults.Select(static k => k.Status.Word).Distinct().ShouldBe(["no data"]);
        MarkdownScorecard.Render(model).ShouldContain("**this month** · **no data** · no dated data");
    }

    [Fact]
    public void A_period_to_come_is_not_started()
    {
        var model = ShopScorecard.Build(new FakeEngine(Instant.FromUtc(2025, 12, 1)));
        (model.Period.State, model.Period.IsUnfinished, model.Period.Elapsed.Number).ShouldBe(("not started", true, 0.0));
    }

    private static MetricModel Only(FakeEngine engine, MetricSymbol metric) =>
        Build(engine, metrics: [metric], items: [new ShowOneMetric(metric, null, null)]).Sections.Single().Metrics!.Rows.Single();

    private static ScorecardModel Build(FakeEngine engine, ProductSymbol? product = null, MetricSymbol[]? metrics = null, ObjectiveSymbol[]? objectives = null, ScorecardItem[]? items = null, TrendSymbol? trend = null) =>
        ScorecardBuilder.Build(Shop.Module(product, [.. metrics ?? []], [.. objectives ?? []]), Shop.Scorecard([.. items ?? []]) with { Trend = trend }, engine, ShopScorecard.Path);

    private static ColumnSymbol Column(string name) =>
        new(new SourceSymbol("shop", "customers", "csv", "customers.csv", null, Shop.Line(60)), name, ScalarType.Text, Shop.Line(61));
}
