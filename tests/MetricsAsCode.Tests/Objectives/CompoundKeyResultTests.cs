using MetricsAsCode.Objectives;
using MetricsAsCode.Values;
using static MetricsAsCode.Objectives.KeyResultStatus;

namespace MetricsAsCode.Tests.Objectives;

public sealed class CompoundKeyResultTests
{
    [Fact]
    public void A_compound_is_its_weakest_need()
    {
        var weakest = KeyResultScoring.Weakest([Need(0.95, AtRisk), Need(0.5, OnTrack), Need(1, Achieved)]);
        (weakest.Score, weakest.Status, weakest.Reason).ShouldBe((0.5, OnTrack, null));
    }

    [Fact]
    public void Of_needs_with_one_score_the_one_that_stands_worst_counts() =>
        KeyResultScoring.Weakest([Need(1, Achieved), Need(1, OnTrack), Need(1, Achieved)]).Status.ShouldBe(OnTrack);

    [Fact]
    public void Without_a_score_for_every_need_there_is_none()
    {
        var weakest = KeyResultScoring.Weakest([Need(0.1, OffTrack), None(Reason.TooEarly, TooEarly), None(Reason.NoRows, NoData)]);
        (weakest.Score, weakest.Status, weakest.Reason).ShouldBe((null, TooEarly, Reason.TooEarly));
    }

    private static KeyResultScore Need(double score, KeyResultStatus status) => new() { Score = score, Reason = null, Status = status };

    private static KeyResultScore None(Reason reason, KeyResultStatus status) => new() { Score = null, Reason = reason, Status = status };
}
