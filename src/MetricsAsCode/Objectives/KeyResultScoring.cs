using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

// 1. An additive metric is projected linearly to the period's end once a tenth has elapsed. `reach` and `at least` score the actual value, other
//    targets the projection; once the period is over there is nothing to project.
// 2. There is no score before the period starts, nor while it is too early: the metric compares with the whole period before, no whole unit has
//    ended, or a projection is needed and less than a tenth has elapsed.
// 3. Path targets (from, by, and additive reach, at least and done) compare the score with the elapsed time, a score on a projection with 1;
//    the others are met or not.

/// <summary>Scores key results. Pure: the same input gives the same score.</summary>
public static class KeyResultScoring
{
    private const double ProjectedFrom = 0.1;
    private const double Noise = 1e-12;

    private static readonly KeyResultStatus[] WorstFirst =
        [KeyResultStatus.Missed, KeyResultStatus.OffTrack, KeyResultStatus.AtRisk, KeyResultStatus.OnTrack, KeyResultStatus.Achieved];

    /// <summary>The score and status of one key result.</summary>
    /// <param name="input">All that they depend on.</param>
    /// <param name="thresholds">Where the status changes; null: the usual places.</param>
    public static KeyResultScore Score(KeyResultInput input, StatusThresholds? thresholds = null)
    {
        var projection = Project(input);
        var scoresProjection = input.Progress.IsRunning && NeedsProjection(input);
        var reached = TargetScore.Of(input, scoresProjection && projection is { } projected ? projected : input.Value.Value);
        var none = NotYet(input) ?? reached.Reason;
        var score = none is null ? reached.Score : null;
        return new KeyResultScore
        {
            Score = score,
            Reason = none,
            Status = StatusOf(input, score, thresholds ?? StatusThresholds.Default),
            Start = reached.Start,
            TargetValue = reached.Target,
            Projection = projection,
            IsProjectionScored = scoresProjection && score is not null,
            Due = score is not null && input.Progress.IsRunning && IsPath(input) ? Due(input) : null,
        };
    }

    // 4. A compound is its weakest need: that with the lowest score and, of several, the one that stands worst. If a need has no score the compound has none,
    //    and stands as the first such need does.

    /// <summary>The score and status of a key result that needs several things.</summary>
    /// <param name="needs">Each of them, scored; at least one.</param>
    public static KeyResultScore Weakest(IReadOnlyList<KeyResultScore> needs)
    {
        var weakest = needs.FirstOrDefault(static n => n.Score is null)
            ?? needs.OrderBy(static n => n.Score).ThenBy(static n => Array.IndexOf(WorstFirst, n.Status)).First();
        return new KeyResultScore { Score = weakest.Score, Reason = weakest.Reason, Status = weakest.Status };
    }

    private static bool NeedsProjection(KeyResultInput input) => input.IsAdditive && input.Target is not (AtLeast or Reach or Done);

    private static bool IsPath(KeyResultInput input) =>
        input.Target is FromTo or ChangeBy or Done || (input.IsAdditive && input.Target is (AtLeast or Reach));

    private static Value? Project(KeyResultInput input)
    {
        var (value, progress) = (input.Value.Value, input.Progress);
        if (!input.IsAdditive || input.Target is Done || !progress.IsRunning || progress.Elapsed < ProjectedFrom)
            return null;
        return value.HasValue ? Value.Of(value.ToDouble() / progress.Elapsed) : value;
    }

    private static Reason? NotYet(KeyResultInput input)
    {
        if (!input.Progress.HasStarted)
            return Reason.NotStarted;
        if (input.Progress.IsOver)
            return null;
        if (input.Value.Reason is { Code: ReasonCode.NoWholePeriod } noWhole)
            return noWhole;
        return input.ReadsPreviousWithoutEvery || (NeedsProjection(input) && input.Progress.Elapsed < ProjectedFrom) ? Reason.TooEarly : null;
    }

    private static KeyResultStatus StatusOf(KeyResultInput input, double? scored, StatusThresholds thresholds)
    {
        if (!input.Progress.HasStarted)
            return KeyResultStatus.NotStarted;
        if (NotYet(input) is not null)
            return KeyResultStatus.TooEarly;
        if (scored is not { } score)
            return KeyResultStatus.NoData;
        if (input.Progress.IsOver)
            return score >= 1 ? KeyResultStatus.Achieved : KeyResultStatus.Missed;
        return IsPath(input) ? OnPath(input, score, thresholds) : OnLevel(score, thresholds);
    }

    private static KeyResultStatus OnPath(KeyResultInput input, double score, StatusThresholds thresholds)
    {
        // What has been counted stays counted.
        if (score >= 1 && input.Target is (AtLeast or Reach or Done))
            return KeyResultStatus.Achieved;
        return Status(score, thresholds.OnTrack * Due(input), thresholds.AtRisk * Due(input));
    }

    private static double Due(KeyResultInput input) => NeedsProjection(input) ? 1 : input.Progress.Elapsed;

    private static KeyResultStatus OnLevel(double score, StatusThresholds thresholds) => Status(score, 1, thresholds.NearLevel);

    private static KeyResultStatus Status(double score, double onTrack, double atRisk) =>
        score >= onTrack - Noise ? KeyResultStatus.OnTrack : score >= atRisk - Noise ? KeyResultStatus.AtRisk : KeyResultStatus.OffTrack;
}
