using System.Globalization;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Differential.Running;

/// <summary>
/// When two engines say the same: exact values, texts, counts, reasons and caveats are equal; binary doubles differ by no more than 1e-12 of their size, and so do
/// exact amounts that were made of them.
/// </summary>
internal static class Agreement
{
    /// <summary>What differs, one line for each result, or nothing.</summary>
    /// <param name="left">The one side.</param>
    /// <param name="right">The other side.</param>
    /// <param name="leeway">Where they need not be the same to the last digit; null for nowhere.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<MetricResult> left, IReadOnlyList<MetricResult> right, Leeway? leeway = null)
    {
        if (left.Count != right.Count)
        {
            yield return $"{left.Count} results against {right.Count}: {Groups(left)} against {Groups(right)}";
            yield break;
        }

        leeway ??= Leeway.None;
        for (int i = 0; i < left.Count; i++)
        {
            if (!SamePlace(left[i], right[i]) || !Same(left[i].Measurement, right[i].Measurement, leeway.Floating.GetValueOrDefault(left[i].Metric, -1), leeway.Either.Contains(left[i].Metric)))
            {
                yield return $"{Place(left[i])}: {Show(left[i].Measurement)} against {Place(right[i])}: {Show(right[i].Measurement)}";
            }
        }
    }

    private static bool SamePlace(MetricResult left, MetricResult right) =>
        left.Metric == right.Metric && left.Period.Equals(right.Period) && left.Group == right.Group && left.IsGroup == right.IsGroup && left.IsOther == right.IsOther;

    private static bool Same(Measurement left, Measurement right, double leeway = -1, bool isEither = false) =>
        Same(left.Value, right.Value, leeway, isEither) && Same(left.Numerator, right.Numerator, leeway, isEither) && Same(left.Denominator, right.Denominator, leeway, isEither)
        && left.N == right.N && left.Unit == right.Unit && left.Caveats.SequenceEqual(right.Caveats, StringComparer.Ordinal)
        && left.Interval == right.Interval && SameRate(left.ResponseRate, right.ResponseRate);

    private static bool SameRate(Measurement? left, Measurement? right) => left is null || right is null ? left is null && right is null : Same(left, right);

    private static bool Same(Value? left, Value? right, double leeway, bool isEither) => (left, right) switch
    {
        (null, null) => true,
        ({ } l, { } r) => Same(l, r, leeway, isEither),
        _ => false,
    };

    // Whether a 0 is kept exactly or as a double the language does not say.
    private static bool Same(Value left, Value right, double leeway, bool isEither)
    {
        if (left == right)
            return true;
        if (!left.IsNumber || !right.IsNumber)
            return false;
        var (l, r) = (left.ToDouble(), right.ToDouble());
        bool isFloating = leeway >= 0;
        return (l == 0 && r == 0)
            || (isEither && left.Kind != right.Kind && Near(l, r))
            || (left.Kind == right.Kind && (left.Kind == ValueKind.Double || (isFloating && left.Kind == ValueKind.Exact)) && Near(l, r))
            || (isFloating && Math.Abs(l - r) <= leeway);
    }

    private static bool Near(double left, double right) => Math.Abs(left - right) <= Leeway.Tolerance * Math.Max(Math.Abs(left), Math.Abs(right));

    private static string Place(MetricResult result) => $"{result.Metric} {result.Period}{(result.IsGroup ? $" [{result.Group ?? "(missing)"}]" : "")}";

    private static string Groups(IEnumerable<MetricResult> results) => string.Join(", ", results.Take(40).Select(Place));

    private static string Show(Measurement m) => string.Create(
        CultureInfo.InvariantCulture,
        $"{m.Value} ({m.Value.Kind}, {m.Reason?.Text}) = {m.Numerator} / {m.Denominator}, n {m.N}, {m.Unit}, [{string.Join("; ", m.Caveats.Concat(m.OnSample()))}]{(m.ResponseRate is { } rate ? $" asked: {Show(rate)}" : "")}");
}
