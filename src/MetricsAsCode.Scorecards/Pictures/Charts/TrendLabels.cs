using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>The texts in a trend, each in a place where no other stands; one that the line does not cross is better.</summary>
internal sealed class TrendLabels(SvgCanvas canvas, Box room, (double X, double? Y)[] points)
{
    private const double Above = 8;
    private const double Below = 18;
    private readonly List<Box> taken = [];

    internal void Write(TrendModel trend, Axis axis)
    {
        var known = Enumerable.Range(0, points.Length).Where(i => points[i].Y is not null).ToArray();
        if (known.Length == 0)
            canvas.Text(room.Left + (room.Width / 2), room.Top + (room.Height / 2), "no value", "d m");
        else
            WriteValue(trend, known[^1], isBold: true);
        foreach (var goal in trend.Goals)
            WriteGoal(goal, axis.Of(goal.Number!.Value));
        if (known.Length < 2)
            return;
        foreach (var at in new[] { known.MinBy(i => points[i].Y), known.MaxBy(i => points[i].Y) }.Where(at => at != known[^1]).Distinct())
            WriteValue(trend, at, isBold: false);
    }

    private void WriteGoal(Figure goal, double y)
    {
        var text = TextWidth.Fit($"target {goal.Text}", SvgCanvas.Letter, room.Width / 2);
        var width = TextWidth.Of(text, SvgCanvas.Letter);
        var middle = room.Left + ((room.Width - width) / 2);
        WriteAt(text, width, "d halo", [(room.Left, y - 5), (room.Left, y + 15), (middle, y - 5), (middle, y + 15)], isForced: true);
    }

    private void WriteValue(TrendModel trend, int at, bool isBold)
    {
        var size = isBold ? SvgCanvas.Heading : SvgCanvas.Letter;
        var text = TextWidth.Fit(trend.Points[at].Value.Text, size, room.Width / 2, isBold);
        var width = TextWidth.Of(text, size, isBold);
        var (x, y) = (points[at].X, points[at].Y!.Value);
        var left = Math.Clamp(x - (width / 2), room.Left, room.Right - width);
        WriteAt(text, width, isBold ? "h halo" : "d halo", [(left, y - Above), (left, y + Below), (x - width - 8, y + 4.5), (x + 8, y + 4.5)], isForced: isBold);
    }

    private void WriteAt(string text, double width, string look, (double Left, double Baseline)[] places, bool isForced)
    {
        foreach (var isStrict in isForced ? new[] { true, false } : [true])
        {
            foreach (var (left, baseline) in places)
            {
                var box = new Box(left, baseline - 12, width, 15);
                if (!room.Holds(box) || taken.Exists(box.Overlaps) || (isStrict && IsCrossed(box)))
                    continue;
                taken.Add(box);
                canvas.Text(left, baseline, text, look);
                return;
            }
        }
    }

    // The line is looked at every four pixels: between two looks it cannot pass a text.
    private bool IsCrossed(Box box)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i - 1] is not { X: var x1, Y: { } y1 } || points[i] is not { X: var x2, Y: { } y2 })
                continue;
            var steps = 1 + (int)((Math.Abs(x2 - x1) + Math.Abs(y2 - y1)) / 4);
            for (var step = 0; step <= steps; step++)
            {
                var part = (double)step / steps;
                if (box.Overlaps(new Box(x1 + (part * (x2 - x1)), y1 + (part * (y2 - y1)), 0.1, 0.1)))
                    return true;
            }
        }

        return false;
    }
}
