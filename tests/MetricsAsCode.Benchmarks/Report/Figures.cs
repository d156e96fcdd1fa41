using System.Globalization;
using MetricsAsCode.Benchmarks.Measuring;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>How numbers stand in the report.</summary>
internal static class Figures
{
    /// <summary>A median with the least and the most, in milliseconds.</summary>
    public static string Spread(IReadOnlyList<double> times) => Spread(new Sample(times));

    public static string Ms(double ms) => ms.ToString(ms < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Mb(double? mb) => mb is { } known and > 0 ? known.ToString("#,0", CultureInfo.InvariantCulture) : "–";

    public static string Times(double ratio) => ratio.ToString(ratio < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + "x";

    /// <summary>Whether a ratio reaches a target.</summary>
    /// <param name="better">What a ratio above 1 means, e.g. faster.</param>
    /// <param name="worse">What one below 1 means.</param>
    public static string Verdict(double ratio, double target, string better, string worse) =>
        ratio >= target ? "met" : ratio >= 1 ? $"**missed** ({better}, but not by {Times(target)})" : $"**missed** ({worse})";

    /// <summary>A table; the first column is of text, the others of numbers.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        yield return Line(header);
        yield return Line([.. header.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows)
            yield return Line(row);
        yield return "";
    }

    private static string Spread(Sample sample) => $"{Ms(sample.Median)} ({Ms(sample.Least)}–{Ms(sample.Most)})";

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
