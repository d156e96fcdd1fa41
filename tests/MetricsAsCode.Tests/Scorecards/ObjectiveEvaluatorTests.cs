using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using Targets = MetricsAsCode.Compiler.Symbols;
using Unit = MetricsAsCode.Compiler.Symbols.Unit;

namespace MetricsAsCode.Tests.Scorecards;

public class ObjectiveEvaluatorTests
{
    private static readonly Period Quarter = Period.Quarter(2026, 1);

    [Theory]
    [InlineData(0.55, 0.5, KeyResultStatus.OnTrack)] // half of the way in half of the time
    [InlineData(0.535, 0.35, KeyResultStatus.AtRisk)]
    [InlineData(0.52, 0.2, KeyResultStatus.OffTrack)]
    [InlineData(0.45, 0.0, KeyResultStatus.OffTrack)]
    public void A_path_from_one_value_to_another_is_compared_with_the_elapsed_half(double now, double score, KeyResultStatus status) =>
        Score(new Targets.FromTo(0.5m, 0.6m), now).ShouldBe(score, status);

    [Theory]
    [InlineData(0.09, 0.5, KeyResultStatus.OnTrack)] // from 10% of the quarter before to 8%
    [InlineData(0.0988, 0.06, KeyResultStatus.OffTrack)]
    public void A_relative_decrease_starts_from_the_period_before(double now, double score, KeyResultStatus status)
    {
        var result = Evaluate(new Targets.ChangeBy(false, 0.2m, false, null), Running().With("m", "2026-Q1", now).With("m", "2025-Q4", 0.10));
        result.Outcome.ShouldBe(score, status);
        result.BaselinePeriod!.ToString().ShouldBe("2025-Q4");
        result.Outcome.TargetValue.ToDouble().ShouldBe(0.08, 1e-12);
    }

    [Fact]
    public void A_change_by_points_is_absolute() =>
        Score(new Targets.ChangeBy(true, 0.05m, true, null), now: 0.42, before: 0.40).ShouldBe(0.4, KeyResultStatus.AtRisk); // 2 of 5 points; half of the time is gone

    [Fact]
    public void A_change_versus_another_period_starts_there()
    {
        var engine = Running().With("m", "2026-Q1", 0.6).With("m", "2025-Q4", 0.1).With("m", "2025-Q1", 0.5);
        var result = Evaluate(new Targets.ChangeBy(true, 0.4m, false, Shop.Unit("2025-Q1")), engine);
        result.Outcome.ShouldBe(0.5, KeyResultStatus.OnTrack); // from 50% to 70%
        result.Baseline!.Value.ToDouble().ShouldBe(0.5);
    }

    [Theory]
    [InlineData(0.95, 1.0, KeyResultStatus.OnTrack)]
    [InlineData(0.855, 0.95, KeyResultStatus.AtRisk)]
    [InlineData(0.45, 0.5, KeyResultStatus.OffTrack)] // a level does not wait for the end
    public void A_lower_level_is_met_or_not(double now, double score, KeyResultStatus status) =>
        Score(new Targets.AtLeast(0.9m), now).ShouldBe(score, status);

    [Fact]
    public void An_upper_level_of_a_duration_is_in_microseconds() =>
        Score(new Targets.AtMost(10_800_000_000m), now: 14_400_000_000).ShouldBe(0.75, KeyResultStatus.OffTrack); // 4 hours where 3 are allowed

    [Theory]
    [InlineData(0.85, 1.0, KeyResultStatus.OnTrack)]
    [InlineData(0.76, 0.95, KeyResultStatus.AtRisk)] // 0.76 / 0.80
    [InlineData(1.0, 0.9, KeyResultStatus.AtRisk)] // 0.90 / 1.00
    public void A_range_is_left_on_either_side(double now, double score, KeyResultStatus status) =>
        Score(new Targets.Between(0.8m, 0.9m), now).ShouldBe(score, status);

    [Theory]
    [InlineData(60, 0.6, KeyResultStatus.OnTrack)]
    [InlineData(20, 0.2, KeyResultStatus.OffTrack)]
    [InlineData(100, 1.0, KeyResultStatus.Achieved)] // what is counted stays counted
    public void An_additive_metric_reaches_its_target_with_what_it_has(double now, double score, KeyResultStatus status)
    {
        var result = Evaluate(new Targets.Reach(100), Running().With("m", "2026-Q1", now), isAdditive: true);
        result.Outcome.ShouldBe(score, status);
        result.Outcome.Projection!.Value.ToDouble().ShouldBe(now * 2, 1e-9);
    }

    [Fact]
    public void An_additive_metric_below_a_ceiling_is_scored_by_its_projection()
    {
        var outcome = Evaluate(new Targets.AtMost(100), Running().With("m", "2026-Q1", 60.0), isAdditive: true).Outcome;
        outcome.IsProjectionScored.ShouldBeTrue();
        outcome.Score!.Value.ShouldBe(100.0 / 120, 1e-12);
    }

    public static TheoryData<Target, double, bool> AtTheEnd() => new()
    {
        { new Targets.FromTo(0.5m, 0.6m), 0.6, true }, { new Targets.FromTo(0.5m, 0.6m), 0.59, false },
        { new Targets.ChangeBy(true, 0.2m, false, null), 0.48, true }, { new Targets.ChangeBy(true, 0.2m, false, null), 0.47, false },
        { new Targets.AtLeast(0.9m), 0.9, true }, { new Targets.AtLeast(0.9m), 0.89, false },
        { new Targets.AtMost(0.1m), 0.1, true }, { new Targets.AtMost(0.1m), 0.11, false },
        { new Targets.Between(0.8m, 0.9m), 0.9, true }, { new Targets.Between(0.8m, 0.9m), 0.91, false },
        { new Targets.Reach(5), 5, true }, { new Targets.Reach(5), 4, false },
    };

    [Theory]
    [MemberData(nameof(AtTheEnd))]
    public void Once_the_period_is_over_a_target_is_achieved_or_missed(Target target, double now, bool achieved)
    {
        var engine = new FakeEngine(Shop.EndOfQ1).With("m", "2026-Q1", now).With("m", "2025-Q4", 0.4);
        Evaluate(target, engine).Outcome.Status.ShouldBe(achieved ? KeyResultStatus.Achieved : KeyResultStatus.Missed);
    }

    public static TheoryData<Target> EveryForm() => [.. AtTheEnd().Select(static row => (Target)row[0]).Distinct()];

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void Before_the_period_starts_nothing_is_scored(Target target)
    {
        var outcome = Evaluate(target, new FakeEngine(Instant.FromUtc(2026, 1, 1)).With("m", "2026-Q1", 0.0).With("m", "2025-Q4", 0.4)).Outcome;
        (outcome.Status, outcome.Score).ShouldBe((KeyResultStatus.NotStarted, null));
    }

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void Without_any_dated_row_there_is_no_data(Target target)
    {
        var outcome = Evaluate(target, new FakeEngine(null)).Outcome;
        (outcome.Status, outcome.Score).ShouldBe((KeyResultStatus.NoData, null));
    }

    [Fact]
    public void A_metric_that_reads_the_period_before_is_judged_at_the_end_only()
    {
        var metric = Shop.Metric("m");
        metric.ReadsPrevious = true;
        Evaluate(metric, new Targets.AtLeast(0.9m), Running().With("m", "2026-Q1", 0.95)).Outcome.Status.ShouldBe(KeyResultStatus.TooEarly);
    }

    [Fact]
    public void A_fixed_grain_lets_such_a_metric_be_judged_while_its_period_runs()
    {
        var metric = Shop.Metric("m");
        (metric.ReadsPrevious, metric.Every) = (true, MetricsAsCode.Compiler.Syntax.Grain.Month);
        Evaluate(metric, new Targets.AtLeast(0.9m), Running().With("m", "2026-Q1", 0.95)).Outcome.Status.ShouldBe(KeyResultStatus.OnTrack);
    }

    [Theory]
    [InlineData(1, true)] // the quarter before ends where the data begin
    [InlineData(0, false)]
    public void A_baseline_that_ends_before_the_data_gives_no_score(int microseconds, bool isBefore)
    {
        var earliest = Instant.FromUtc(2026, 1, 1).Plus(microseconds - 1);
        var engine = new FakeEngine(Shop.HalfOfQ1) { Earliest = earliest }.With("m", "2026-Q1", 0.5).With("m", "2025-Q4", 0.4);
        Evaluate(new Targets.ChangeBy(true, 0.2m, false, null), engine).Outcome.Reason.ShouldBe(isBefore ? Reason.BaselineBeforeData : null);
    }

    [Fact]
    public void An_objective_is_the_weighted_mean_of_what_is_scored()
    {
        var (a, b, c) = (Shop.Metric("a"), Shop.Metric("b"), Shop.Metric("c"));
        var objective = Shop.Objective(
            Shop.KeyResult(a, new Targets.FromTo(0, 1)),
            Shop.KeyResult(b, new Targets.FromTo(0, 1), weight: 3),
            Shop.KeyResult(c, new Targets.FromTo(0, 1)));
        var engine = Running().With("a", "2026-Q1", 0.2).With("b", "2026-Q1", 0.6);
        var result = ObjectiveEvaluator.Evaluate(Shop.Module(objectives: [objective]), engine, Quarter).Single();
        result.Score.Score!.Value.ShouldBe(0.5, 1e-12); // (0.2 + 3 * 0.6) / 4
        result.Score.ToString().ShouldBe("2 of 3 scored");
        engine.Calls.ShouldBe(1);
    }

    [Fact]
    public void An_objective_with_its_own_period_is_measured_there()
    {
        var objective = Shop.Objective(Shop.KeyResult(Shop.Metric("m"), new Targets.FromTo(0, 1))) with { During = Shop.Unit("2025-Q4") };
        var engine = Running().With("m", "2025-Q4", 1.0).With("m", "2026-Q1", 0.1);
        var result = ObjectiveEvaluator.Evaluate(Shop.Module(objectives: [objective]), engine, Quarter).Single();
        result.KeyResults.Single().Outcome.ShouldBe(1, KeyResultStatus.Achieved);
    }

    [Fact]
    public void A_product_sets_where_on_track_begins()
    {
        var product = ProductSymbol.Default with { OnTrackFrom = 0.5m, AtRiskFrom = 0.2m };
        var module = Shop.Module(product, objectives: [Shop.Objective(Shop.KeyResult(Shop.Metric("m"), new Targets.FromTo(0, 1)))]);
        var engine = Running().With("m", "2026-Q1", 0.26);
        ObjectiveEvaluator.Evaluate(module, engine, Quarter).Single().KeyResults.Single().Outcome.ShouldBe(0.26, KeyResultStatus.OnTrack); // 0.26 >= 0.5 * 0.5
    }

    private static FakeEngine Running() => new(Shop.HalfOfQ1);

    private static KeyResultScore Score(Target target, double now, double before = 0) =>
        Evaluate(target, Running().With("m", "2026-Q1", now).With("m", "2025-Q4", before)).Outcome;

    private static KeyResultResult Evaluate(Target target, FakeEngine engine, bool isAdditive = false)
    {
        var metric = Shop.Metric("m", Unit.Number);
        metric.IsAdditive = isAdditive;
        return Evaluate(metric, target, engine);
    }

    private static KeyResultResult Evaluate(MetricSymbol metric, Target target, FakeEngine engine) =>
        ObjectiveEvaluator.Evaluate(Shop.Module(objectives: [Shop.Objective(Shop.KeyResult(metric, target))]), engine, Quarter).Single().KeyResults.Single();
}
