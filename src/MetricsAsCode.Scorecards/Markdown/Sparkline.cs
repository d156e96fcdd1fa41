namespace MetricsAsCode.Scorecards.Markdown;

// The lowest known value is the lowest bar and the highest the highest: the shape is what is read, the numbers stand beside it.
// Equal values are a level line in the middle. A missing value is a dot, never a bar of zero.

/// <summary>A row of values as bars, e.g. <c>▁▃▅·█</c>.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const char Level = '▄';
    private const char Missing = '·';

    internal static string Of(IReadOnlyList<double?> values)
    {
        var known = values.Where(static v => v is { } number && double.IsFinite(number)).Select(static v => v!.Value).ToArray();
        if (known.Length == 0)
            return "";
        var (low, high) = (known.Min(), known.Max());
        return string.Create(values.Count, (values, low, high), static (bars, state) =>
        {
            for (var i = 0; i < bars.Length; i++)
                bars[i] = state.values[i] is { } value && double.IsFinite(value) ? Bar(value, state.low, state.high) : Missing;
        });
    }

    // Halves avoid an overflow of high - low.
    private static char Bar(double value, double low, double high) =>
        low.Equals(high) ? Level : Bars[(int)Math.Round(((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) * (Bars.Length - 1), MidpointRounding.ToEven)];
}
