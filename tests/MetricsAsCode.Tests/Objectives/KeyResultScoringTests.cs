using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using static MetricsAsCode.Objectives.KeyResultStatus;

namespace MetricsAsCode.Tests.Objectives;

/// <summary>The rules of key results as tables. Elapsed 0 is not started, 1 is over.</summary>
public class KeyResultScoringTests
{
    private static readonly KeyResultInput Level = new()
    {
        Target = new AtLeast(Value.Of(0.9)),
        Value = Of(0.9),
        Progress = At(0.5),
    };

    private static PeriodProgress At(double elapsed) => new(elapsed, elapsed > 0, elapsed >= 1);

    private static Measurement Of(double value) => new() { Value = Value.Of(value), Unit = Unit.Number };

    private static void Check(KeyResultInput input, double? score, KeyResultStatus status)
    {
        var result = KeyResultScoring.Score(input);
        if (score is { } expected)
            result.Score.ShouldNotBeNull().ShouldBe(expected, 1e-12);
        else
            result.Score.ShouldBeNull();
        (result.Reason is null).ShouldBe(score is not null);
        result.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(0.50, 0.60, 0.55, 0.0, null, NotStarted)]
    [InlineData(0.50, 0.60, 0.50, 0.05, 0.0, OffTrack)]
    [InlineData(0.50, 0.60, 0.505, 0.05, 0.05, OnTrack)]
    [InlineData(0.50, 0.60, 0.55, 0.5, 0.5, OnTrack)]
    [InlineData(0.50, 0.60, 0.545, 0.5, 0.45, OnTrack)] // 0.9 of the elapsed half
    [InlineData(0.50, 0.60, 0.544, 0.5, 0.44, AtRisk)]
    [InlineData(0.50, 0.60, 0.53, 0.5, 0.3, AtRisk)] // 0.6 of the elapsed half
    [InlineData(0.50, 0.60, 0.529, 0.5, 0.29, OffTrack)]
    [InlineData(0.50, 0.60, 0.62, 0.5, 1.0, OnTrack)] // may fall back
    [InlineData(0.50, 0.60, 0.40, 0.5, 0.0, OffTrack)]
    [InlineData(0.50, 0.60, 0.60, 1.0, 1.0, Achieved)]
    [InlineData(0.50, 0.60, 0.59, 1.0, 0.9, Missed)]
    [InlineData(0.30, 0.20, 0.25, 0.5, 0.5, OnTrack)] // falling
    [InlineData(0.30, 0.20, 0.35, 0.5, 0.0, OffTrack)]
    [InlineData(0.30, 0.20, 0.20, 1.0, 1.0, Achieved)]
    public void From_to_is_a_path_through_time(double from, double to, double value, double elapsed, double? score, KeyResultStatus status) =>
        Check(new() { Target = new FromTo(Value.Of(from), Value.Of(to)), Value = Of(value), Progress = At(elapsed) }, score, status);

    [Theory]
    [InlineData(false, 0.2, 0.20, 0.16, 1.0, 1.0, Achieved)] // a fifth less than 20% is 16%, whatever the last digits say
    [InlineData(false, 0.2, 0.20, 0.18, 0.5, 0.5, OnTrack)]
    [InlineData(false, 0.2, 0.20, 0.22, 0.5, 0.0, OffTrack)]
    [InlineData(true, 0.2, 100.0, 110.0, 0.5, 0.5, OnTrack)]
    [InlineData(true, 0.2, 100.0, 120.0, 1.0, 1.0, Achieved)]
    [InlineData(true, 0.2, 100.0, 110.0, 0.0, null, NotStarted)]
    [InlineData(true, 0.2, 0.0, 110.0, 0.5, null, NoData)] // baseline zero
    [InlineData(true, 0.2, -5.0, 110.0, 1.0, null, NoData)] // baseline negative
    public void A_relative_change_is_linear_from_a_positive_baseline(bool up, double by, double baseline, double value, double elapsed, double? score, KeyResultStatus status) =>
        Check(new() { Target = new ChangeBy(up, Value.Of(by), true), Value = Of(value), Baseline = Of(baseline), Progress = At(elapsed) }, score, status);

    [Theory]
    [InlineData(true, 0.05, 0.0, 0.025, 0.5, OnTrack)]
    [InlineData(true, 5.0, -10.0, -7.5, 0.5, OnTrack)]
    [InlineData(false, 0.05, 0.30, 0.28, 0.4, AtRisk)]
    [InlineData(false, 5.0, -10.0, -15.0, 1.0, OnTrack)]
    public void An_absolute_change_takes_any_baseline(bool up, double by, double baseline, double value, double score, KeyResultStatus status) =>
        Check(new() { Target = new ChangeBy(up, Value.Of(by), false), Value = Of(value), Baseline = Of(baseline), Progress = At(0.5) }, score, status);

    [Fact]
    public void Without_a_usable_baseline_the_reason_is_given()
    {
        var change = new KeyResultInput { Target = new ChangeBy(true, Value.Of(0.2), true), Value = Of(1), Progress = At(0.5), Baseline = Of(0) };
        KeyResultScoring.Score(change).Reason.ShouldBe(Reason.BaselineNotPositive);
        KeyResultScoring.Score(change with { Baseline = Measurement.None(Reason.NoRows, Unit.Number) }).Reason.ShouldBe(Reason.NoRows);
        KeyResultScoring.Score(change with { Baseline = null }).Reason.ShouldBe(Reason.NotComputed);
        KeyResultScoring.Score(change with { Baseline = Of(5), Target = new ChangeBy(true, Value.Of(0), true) }).Reason.ShouldBe(Reason.BaselineIsTarget);
    }

    [Fact]
    public void A_baseline_before_the_data_is_no_baseline()
    {
        var july = Instant.FromUtc(2026, 7, 1);
        var change = new KeyResultInput { Target = new ChangeBy(true, Value.Of(0.2), true), Value = Of(11), Baseline = Of(10), Progress = At(0.5), BaselineEnd = july };
        KeyResultScoring.Score(change with { EarliestRow = july }).Reason.ShouldBe(Reason.BaselineBeforeData);
        KeyResultScoring.Score(change with { EarliestRow = july.Plus(-1) }).Score.ShouldBe(0.5);
    }

    [Theory]
    [InlineData(0.9, 0.95, 0.05, 1.0, OnTrack)]
    [InlineData(0.9, 0.90, 0.5, 1.0, OnTrack)]
    [InlineData(0.9, 0.81, 0.5, 0.9, AtRisk)]
    [InlineData(0.9, 0.80, 0.5, 0.888888888888889, OffTrack)]
    [InlineData(0.9, 0.80, 1.0, 0.888888888888889, Missed)]
    [InlineData(0.9, 0.90, 1.0, 1.0, Achieved)]
    [InlineData(0.9, 0.95, 0.0, null, NotStarted)]
    [InlineData(0.9, -0.5, 0.5, 0.0, OffTrack)]
    [InlineData(0.0, -0.1, 0.5, 0.0, OffTrack)] // no part of zero
    [InlineData(-5.0, -6.0, 0.5, 0.0, OffTrack)]
    [InlineData(-5.0, -4.0, 0.5, 1.0, OnTrack)]
    public void At_least_is_met_or_nearly_met(double level, double value, double elapsed, double? score, KeyResultStatus status) =>
        Check(Level with { Target = new AtLeast(Value.Of(level)), Value = Of(value), Progress = At(elapsed) }, score, status);

    [Theory]
    [InlineData(3.0, 2.0, 0.5, 1.0, OnTrack)]
    [InlineData(3.0, 3.0, 1.0, 1.0, Achieved)]
    [InlineData(3.0, 3.2, 0.5, 0.9375, AtRisk)]
    [InlineData(3.0, 4.0, 0.5, 0.75, OffTrack)]
    [InlineData(3.0, 4.0, 1.0, 0.75, Missed)]
    [InlineData(0.0, 1.0, 0.5, 0.0, OffTrack)]
    [InlineData(0.1, 0.09999999999999998, 1.0, 1.0, Achieved)]
    public void At_most_is_met_or_nearly_met(double level, double value, double elapsed, double? score, KeyResultStatus status) =>
        Check(Level with { Target = new AtMost(Value.Of(level)), Value = Of(value), Progress = At(elapsed) }, score, status);

    [Theory]
    [InlineData(0.8, 1.0, OnTrack)]
    [InlineData(0.9, 1.0, OnTrack)]
    [InlineData(0.76, 0.95, AtRisk)] // as at least 80%
    [InlineData(0.4, 0.5, OffTrack)]
    [InlineData(1.0, 0.9, AtRisk)] // as at most 90%
    [InlineData(1.8, 0.5, OffTrack)]
    public void Between_is_met_inside(double value, double score, KeyResultStatus status) =>
        Check(Level with { Target = new Between(Value.Of(0.8), Value.Of(0.9)), Value = Of(value) }, score, status);

    [Theory]
    [InlineData(60.0, 0.5, 0.6, OffTrack)]
    [InlineData(90.0, 0.5, 0.9, AtRisk)]
    [InlineData(100.0, 0.5, 1.0, OnTrack)]
    [InlineData(100.0, 1.0, 1.0, Achieved)]
    [InlineData(0.0, 1.0, 0.0, Missed)]
    public void Reach_of_a_metric_that_does_not_add_up_is_a_level(double value, double elapsed, double score, KeyResultStatus status) =>
        Check(Level with { Target = new Reach(Value.Of(100)), Value = Of(value), Progress = At(elapsed) }, score, status);

    [Theory]
    [InlineData(5.0, 0.05, 0.05, OnTrack)] // needs no projection
    [InlineData(45.0, 0.5, 0.45, OnTrack)]
    [InlineData(30.0, 0.5, 0.3, AtRisk)]
    [InlineData(29.0, 0.5, 0.29, OffTrack)]
    [InlineData(100.0, 0.5, 1.0, Achieved)] // at once: what has been counted stays counted
    [InlineData(100.0, 1.0, 1.0, Achieved)]
    [InlineData(99.0, 1.0, 0.99, Missed)]
    public void Additive_reach_and_at_least_are_paths_on_the_actual_value(double value, double elapsed, double score, KeyResultStatus status)
    {
        var input = Level with { Value = Of(value), Progress = At(elapsed), IsAdditive = true };
        Check(input with { Target = new Reach(Value.Of(100)) }, score, status);
        Check(input with { Target = new AtLeast(Value.Of(100)) }, score, status);
    }

    [Theory]
    [InlineData(5.0, 0.05, null, TooEarly)]
    [InlineData(15.0, 0.1, 1.0, OnTrack)] // 150 by the end
    [InlineData(72.5, 0.5, 0.9, OnTrack)] // 145
    [InlineData(65.0, 0.5, 0.6, AtRisk)] // 130
    [InlineData(62.5, 0.5, 0.5, OffTrack)] // 125
    [InlineData(145.0, 1.0, 0.9, Missed)] // over: the value itself
    [InlineData(150.0, 1.0, 1.0, Achieved)]
    public void Other_additive_paths_compare_the_projection_with_all_of_the_way(double value, double elapsed, double? score, KeyResultStatus status)
    {
        var input = Level with { Value = Of(value), Progress = At(elapsed), IsAdditive = true };
        Check(input with { Target = new FromTo(Value.Of(100), Value.Of(150)) }, score, status);
        Check(input with { Target = new ChangeBy(true, Value.Of(0.5), true), Baseline = Of(100) }, score, status);
    }

    [Theory]
    [InlineData(4.0, 0.05, null, TooEarly)]
    [InlineData(40.0, 0.5, 1.0, OnTrack)] // 80 by the end
    [InlineData(55.0, 0.5, 0.909090909090909, AtRisk)] // 110
    [InlineData(100.0, 0.5, 0.5, OffTrack)] // 200
    public void Additive_at_most_is_a_level_of_the_projection(double value, double elapsed, double? score, KeyResultStatus status) =>
        Check(Level with { Target = new AtMost(Value.Of(100)), Value = Of(value), Progress = At(elapsed), IsAdditive = true }, score, status);

    [Fact]
    public void Both_figures_are_shown()
    {
        var result = KeyResultScoring.Score(Level with { Target = new FromTo(Value.Of(100), Value.Of(150)), Value = Of(65), IsAdditive = true });
        result.Projection.ShouldBe(Value.Of(130.0));
        result.IsProjectionScored.ShouldBeTrue();
        (result.Start, result.TargetValue).ShouldBe((Value.Of(100), Value.Of(150)));
        var reach = KeyResultScoring.Score(Level with { Target = new Reach(Value.Of(100)), Value = Of(45), IsAdditive = true });
        reach.Projection.ShouldBe(Value.Of(90.0));
        reach.IsProjectionScored.ShouldBeFalse();
        KeyResultScoring.Score(Level with { Progress = At(1), IsAdditive = true }).Projection.ShouldBeNull();
    }

    [Fact]
    public void Until_it_can_be_judged_it_is_too_early()
    {
        Check(Level with { ReadsPreviousWithoutEvery = true }, null, TooEarly);
        Check(Level with { ReadsPreviousWithoutEvery = true, Progress = At(1) }, 1, Achieved);
        var noMonth = Level with { Value = Measurement.None(Reason.NoWhole(Grain.Month), Unit.Ratio) };
        Check(noMonth, null, TooEarly);
        KeyResultScoring.Score(noMonth).Reason!.Text.ShouldBe("no whole month yet");
        Check(noMonth with { Progress = At(1) }, null, NoData);
    }

    [Fact]
    public void A_metric_without_a_value_has_no_data() => Check(Level with { Value = Measurement.None(Reason.NoRows, Unit.Ratio) }, null, NoData);

    [Fact]
    public void Thresholds_can_be_set()
    {
        var input = Level with { Target = new FromTo(Value.Of(0), Value.Of(1)), Value = Of(0.4) };
        KeyResultScoring.Score(input).Status.ShouldBe(AtRisk);
        KeyResultScoring.Score(input, new StatusThresholds(OnTrack: 0.8)).Status.ShouldBe(OnTrack);
        KeyResultScoring.Score(input, new StatusThresholds(AtRisk: 0.85)).Status.ShouldBe(OffTrack);
        KeyResultScoring.Score(Level with { Value = Of(0.72) }, new StatusThresholds(NearLevel: 0.8)).Status.ShouldBe(AtRisk);
    }

    [Fact]
    public void Exact_amounts_are_compared_exactly()
    {
        var almost = Level with { Target = new AtLeast(Value.Of(1_000_000_000_000_000)), Value = Of(0) with { Value = Value.Of(999_999_999_999_999) }, Progress = At(1) };
        KeyResultScoring.Score(almost).Status.ShouldBe(Missed);
        KeyResultScoring.Score(almost with { Target = new Reach(Value.Of(1_000_000_000_000_000)) }).Status.ShouldBe(Missed);
        KeyResultScoring.Score(almost with { Target = new FromTo(Value.Of(0), Value.Of(1_000_000_000_000_000)) }).Status.ShouldBe(Missed);
    }
}
