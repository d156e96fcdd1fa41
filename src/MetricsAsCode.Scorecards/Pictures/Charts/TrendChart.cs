using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>Trends: one over the whole width, or several side by side in two columns.</summary>
internal static class TrendChart
{
    private const double Inner = SvgCanvas.Width - (2 * SvgCanvas.Margin);
    private const double Gutter = 24;
    private const double Column = (Inner - Gutter) / 2;
    private const double LineHeight = 18;

    /// <summary>The picture of one trend.</summary>
    internal static (string Svg, string Alt) Of(string label, TrendModel trend)
    {
        var canvas = new SvgCanvas();
        var lines = TextWidth.Wrap(label, SvgCanvas.Heading, Inner, Inner, isBold: true);
        DrawLabel(canvas, lines, SvgCanvas.Margin, SvgCanvas.Margin);
        var box = new Box(SvgCanvas.Margin, SvgCanvas.Margin + (lines.Count * LineHeight), Inner, 180);
        TrendPlot.Draw(canvas, trend, box);
        var alt = Sentence(label, trend);
        return (canvas.ToSvg(box.Bottom + 8, $"Trend: {label}", alt), alt);
    }

    /// <summary>The picture of several trends; null when there is none.</summary>
    internal static (string Svg, string Alt)? Of(string title, IReadOnlyList<(string Label, TrendModel Trend)> trends)
    {
        if (trends.Count == 0)
            return null;
        var canvas = new SvgCanvas();
        var y = SvgCanvas.Margin;
        foreach (var pair in trends.Chunk(2))
            y = DrawPair(canvas, pair, y);
        var alt = string.Join(" ", trends.Select(static t => Sentence(t.Label, t.Trend)));
        return (canvas.ToSvg(y, title, alt), alt);
    }

    // The lines of two trends beside each other begin at the same height, however many lines their labels take.
    private static double DrawPair(SvgCanvas canvas, (string Label, TrendModel Trend)[] pair, double y)
    {
        var labels = pair.Select(static t => TextWidth.Wrap(t.Label, SvgCanvas.Heading, Column, Column, isBold: true)).ToArray();
        var top = y + (labels.Max(static l => l.Count) * LineHeight);
        for (var i = 0; i < pair.Length; i++)
        {
            var left = SvgCanvas.Margin + (i * (Column + Gutter));
            DrawLabel(canvas, labels[i], left, y);
            TrendPlot.Draw(canvas, pair[i].Trend, new(left, top, Column, 122));
        }

        return top + 122 + SvgCanvas.Margin;
    }

    private static void DrawLabel(SvgCanvas canvas, IReadOnlyList<string> lines, double left, double top)
    {
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(left, top + 11 + (i * LineHeight), lines[i], "h");
    }

    private static string Sentence(string label, TrendModel trend)
    {
        var known = trend.Points.Where(static p => p.Value.Number is not null).ToArray();
        var missing = trend.Points.Length - known.Length;
        var values = known.Length switch
        {
            0 => "no value",
            1 => $"{known[0].Value.Text} in {known[0].Period}",
            _ => $"from {known[0].Value.Text} in {known[0].Period} to {known[^1].Value.Text} in {known[^1].Period}",
        };
        var target = trend.Goals.IsEmpty ? "" : $"; target {string.Join(" and ", trend.Goals.Select(static g => g.Text))}";
        var gaps = missing == 0 || known.Length == 0 ? "" : FormattableString.Invariant($"; {missing} without a value");
        return $"{label} by {trend.Grain}: {values}{gaps}{target}.";
    }
}
