using System.Globalization;
using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

/// <summary>The weighted mean of an objective's scored key results.</summary>
/// <param name="Score">0 to 1; null when no key result has a score.</param>
/// <param name="Scored">How many key results have a score.</param>
/// <param name="Total">How many key results there are.</param>
public sealed record ObjectiveScore(double? Score, int Scored, int Total)
{
    /// <summary>Why there is no score; null when there is one.</summary>
    public Reason? Reason => Score is null ? Values.Reason.NothingScored : null;

    /// <summary>The mean of those key results that have a score, by their weights.</summary>
    /// <param name="keyResults">All key results, each with its positive weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not positive.</exception>
    public static ObjectiveScore Of(IReadOnlyList<(KeyResultScore Result, double Weight)> keyResults)
    {
        var (sum, weights, scored) = (0.0, 0.0, 0);
        foreach (var (result, weight) in keyResults)
        {
            if (!(weight > 0))
                throw new ArgumentOutOfRangeException(nameof(keyResults), weight, "The weight of a key result is positive.");
            if (result.Score is not { } score)
                continue;
            sum += weight * score;
            weights += weight;
            scored++;
        }

        return new ObjectiveScore(scored == 0 ? null : sum / weights, scored, keyResults.Count);
    }

    /// <summary><c>2 of 3 scored</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scored} of {Total} scored");
}
