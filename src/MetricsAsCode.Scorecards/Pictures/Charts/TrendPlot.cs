using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

// 1. A unit without a value is a gap in the line; a value between two gaps is a point.
// 2. The axis runs over values and targets, not from zero: a line tells of moves, not of sizes. So the last, highest and lowest values are written beside their points.
// 3. Each text looks for a free place. The last value and the targets may stand on the line if there is none; the highest and lowest are left out then.

/// <summary>A metric over time as a line, with the levels that key results aim at.</summary>
internal static class TrendPlot
{
    private const double Head = 22;
    private const double Foot = 42;
    private const double Units = 20;

    internal static void Draw(SvgCanvas canvas, TrendModel trend, Box box)
    {
        var plot = new Box(box.Left + 6, box.Top + Head, box.Width - 12, box.Height - Head - Foot);
        var points = Points(trend, plot);
        var axis = ValueAxis(trend, plot);
        var floor = box.Bottom - Units;
        canvas.Line(box.Left, floor, box.Right, floor, "edge");
        foreach (var goal in trend.Goals)
            canvas.Line(box.Left, axis.Of(goal.Number!.Value), box.Right, axis.Of(goal.Number.Value), "dimstroke", " stroke-dasharray=\"5 4\"");
        DrawLine(canvas, points, floor);
        new TrendLabels(canvas, box with { Height = box.Height - Units }, points).Write(trend, axis);
        DrawUnits(canvas, trend, box);
    }

    private static (double X, double? Y)[] Points(TrendModel trend, Box plot)
    {
        var axis = ValueAxis(trend, plot);
        var step = trend.Points.Length > 1 ? plot.Width / (trend.Points.Length - 1) : 0;
        var first = trend.Points.Length > 1 ? plot.Left : plot.Left + (plot.Width / 2);
        return [.. trend.Points.Select((p, i) => (first + (i * step), p.Value.Number is { } number && double.IsFinite(number) ? axis.Of(number) : (double?)null))];
    }

    private static Axis ValueAxis(TrendModel trend, Box plot) =>
        Axis.Over(trend.Numbers.Concat(trend.Goals.Select(static g => g.Number)).OfType<double>(), plot.Bottom, plot.Top, 0);

    private static void DrawLine(SvgCanvas canvas, (double X, double? Y)[] points, double floor)
    {
        var run = new List<(double X, double Y)>();
        foreach (var (x, y) in points.Append((0, null)))
        {
            if (y is { } known)
            {
                run.Add((x, known));
                continue;
            }

            if (run.Count > 1)
                canvas.Path(run, "line");
            run.Clear();
        }

        foreach (var (x, y) in points)
        {
            if (y is { } known)
                canvas.Circle(x, known, 3, "accent");
            else
                canvas.Path([(x - 2.5, floor - 2.5), (x + 2.5, floor + 2.5), (x, floor), (x - 2.5, floor + 2.5), (x + 2.5, floor - 2.5)], "dimstroke");
        }
    }

    private static void DrawUnits(SvgCanvas canvas, TrendModel trend, Box box)
    {
        var y = box.Bottom - 3;
        if (trend.Points.Length == 1)
        {
            canvas.Text(box.Left + (box.Width / 2), y, trend.First!, "d m");
            return;
        }

        canvas.Text(box.Left, y, TextWidth.Fit(trend.First!, SvgCanvas.Letter, box.Width / 2 - 4), "d");
        canvas.Text(box.Right, y, TextWidth.Fit(trend.Last!, SvgCanvas.Letter, box.Width / 2 - 4), "d e");
    }
}
