using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Values;
using Written = MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Building;

// The bands are the rules of scoring turned round: from the score at which the status changes to the value that has it.
// 1. Once the period is over there is one border, the target.
// 2. On a path from A to B the score s is reached at A + s (B - A), and A is 0 for a number to reach.
// 3. A level that is not met is near while its score is: v / T for a least T > 0, T / v for a most.

/// <summary>What key results aim at, in numbers.</summary>
internal static class Aims
{
    internal static AimModel? Of(KeyResultResult result, PeriodModel during, StatusThresholds thresholds)
    {
        if (result.Definition.Metric is not { } metric)
            return null;
        var (low, high) = Ends(result.Definition.Target, Number(result.Outcome.TargetValue));
        if (low is null && high is null)
            return null;
        var aim = new AimModel(Number(result.Outcome.Start), low, high, metric.IsAdditive, []);
        return aim with { Bands = Bands(aim, result, during, thresholds) };
    }

    private static (double? Low, double? High) Ends(Target target, double? level) => target switch
    {
        Written.FromTo path => path.To > path.From ? (level, null) : (null, level),
        Written.ChangeBy change => change.IsIncrease ? (level, null) : (null, level),
        Written.AtLeast or Written.Reach => (level, null),
        Written.AtMost => (null, level),
        Written.Between range => ((double)range.Low, (double)range.High),
        _ => (null, null),
    };

    private static ImmutableArray<BandModel> Bands(AimModel aim, KeyResultResult result, PeriodModel during, StatusThresholds thresholds)
    {
        var outcome = result.Outcome;
        if (outcome.Score is null)
            return [];
        if (!during.IsUnfinished)
            return Around(aim, aim.Low, aim.High, ("missed", "missed", "achieved"));
        if (outcome.Due is not { } due)
            return Around(aim, Near(aim.Low, thresholds.NearLevel), Near(aim.High, 1 / thresholds.NearLevel), ("off track", "at risk", "on track"));
        var (from, to) = (aim.Start ?? 0, (aim.Low ?? aim.High)!.Value);
        if (aim.Start is null && to <= 0)
            return Around(aim, to, null, ("off track", "off track", "on track"));
        var (onTrack, atRisk) = (from + (to - from) * thresholds.OnTrack * due, from + (to - from) * thresholds.AtRisk * due);
        var borders = aim.Low is null ? aim with { High = onTrack } : aim with { Low = onTrack };
        return Around(borders, aim.Low is null ? null : atRisk, aim.Low is null ? atRisk : null, ("off track", "at risk", "on track"));
    }

    // Without a positive level nothing is near it.
    private static double? Near(double? level, double factor) => level > 0 ? level * factor : level;

    /// <summary>What is met lies between the ends of <paramref name="met"/>; what is near, between there and the outer ends.</summary>
    private static ImmutableArray<BandModel> Around(AimModel met, double? outerLow, double? outerHigh, (string Far, string Near, string Met) words)
    {
        var bands = new List<BandModel>();
        if (met.Low is { } low)
        {
            bands.Add(new(null, outerLow, words.Far));
            bands.Add(new(outerLow, low, words.Near));
        }

        bands.Add(new(met.Low, met.High, words.Met));
        if (met.High is { } high)
        {
            bands.Add(new(high, outerHigh, words.Near));
            bands.Add(new(outerHigh, null, words.Far));
        }

        return [.. bands.Where(static b => b.From is null || b.To is null || b.From < b.To)];
    }

    private static double? Number(Value? value) => value is { IsNumber: true } known ? known.ToDouble() : null;
}
