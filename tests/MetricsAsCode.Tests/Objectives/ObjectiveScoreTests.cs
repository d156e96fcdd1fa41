using MetricsAsCode.Objectives;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Objectives;

public class ObjectiveScoreTests
{
    private static KeyResultScore Scored(double score) => new() { Score = score, Reason = null, Status = KeyResultStatus.OnTrack };

    private static readonly KeyResultScore Unscored = new() { Score = null, Reason = Reason.TooEarly, Status = KeyResultStatus.TooEarly };

    [Fact]
    public void An_objective_is_the_weighted_mean_of_what_is_scored()
    {
        var score = ObjectiveScore.Of([(Scored(0.4), 1), (Scored(1.0), 2), (Unscored, 5)]);
        score.Score.ShouldNotBeNull().ShouldBe(0.8, 1e-15);
        score.ToString().ShouldBe("2 of 3 scored");
        score.Reason.ShouldBeNull();
    }

    [Fact]
    public void Nothing_scored_is_no_score()
    {
        ObjectiveScore.Of([(Unscored, 1)]).Reason.ShouldBe(Reason.NothingScored);
        ObjectiveScore.Of([]).Score.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => ObjectiveScore.Of([(Scored(1), 0)]));
    }

    [Fact]
    public void Progress_is_by_instants()
    {
        // 8 March 2026 has 23 hours in New York: at its noon 11 of them have elapsed.
        var calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        var day = calendar.RangeOf(calendar.StretchOf(Period.Day(new DateOnly(2026, 3, 8))));
        PeriodProgress.Of(day, Instant.FromUtc(2026, 3, 8, 16)).Elapsed.ShouldBe(11.0 / 23);
        PeriodProgress.Of(day, day.Start!.Value).ShouldBe(new PeriodProgress(0, false, false));
        PeriodProgress.Of(day, day.Start!.Value.Plus(1)).HasStarted.ShouldBeTrue();
        PeriodProgress.Of(day, day.End).ShouldBe(new PeriodProgress(1, true, true));
    }
}
