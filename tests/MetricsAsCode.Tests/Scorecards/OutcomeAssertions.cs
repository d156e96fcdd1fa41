using MetricsAsCode.Objectives;

namespace MetricsAsCode.Tests.Scorecards;

internal static class OutcomeAssertions
{
    internal static void ShouldBe(this KeyResultScore outcome, double score, KeyResultStatus status)
    {
        outcome.Score!.Value.ShouldBe(score, 1e-9);
        outcome.Status.ShouldBe(status);
    }
}
