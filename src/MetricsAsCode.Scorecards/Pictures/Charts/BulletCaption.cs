using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>The numbers of a bullet, each behind the mark that stands for it.</summary>
internal static class BulletCaption
{
    internal const double LineHeight = 19;
    private const double MarkWidth = 16;
    private const double Gap = 14;

    /// <summary>Draws the captions and gives the number of lines that they take.</summary>
    internal static int Draw(SvgCanvas canvas, KeyResultModel keyResult, double left, double right, double firstLine)
    {
        var (x, line) = (left, 0);
        foreach (var (mark, text) in Parts(keyResult))
        {
            var fitted = TextWidth.Fit(text, SvgCanvas.Letter, right - left - MarkWidth);
            var width = MarkWidth + TextWidth.Of(fitted, SvgCanvas.Letter);
            if (x > left && x + width > right)
                (x, line) = (left, line + 1);
            var baseline = firstLine + (line * LineHeight);
            DrawMark(canvas, mark, x + (MarkWidth / 2) - 2, baseline - 4.5);
            canvas.Text(x + MarkWidth, baseline, fitted, "d");
            x += width + Gap;
        }

        return line + 1;
    }

    private static IEnumerable<(Mark Mark, string Text)> Parts(KeyResultModel keyResult)
    {
        yield return (Mark.Current, $"now {Figure(keyResult.Current)}");
        if (keyResult.Projected is { } projected)
            yield return (Mark.Projected, $"projected {Figure(projected)}");
        yield return (Mark.Target, $"target {TargetOf(keyResult)}");
        if (keyResult.Baseline.Number is not null)
            yield return (Mark.Baseline, keyResult.BaselinePeriod is { } period ? $"{period} {Figure(keyResult.Baseline)}" : $"start {Figure(keyResult.Baseline)}");
    }

    // The start of a path that names it stands beside the target already.
    private static string TargetOf(KeyResultModel keyResult) =>
        keyResult is { BaselinePeriod: null, Aim.Start: not null } ? keyResult.Target.Text : keyResult.TargetText;

    private static string Figure(Figure figure) => figure.Of is { } unit ? $"{figure.Text} in {unit}" : figure.Text;

    private static void DrawMark(SvgCanvas canvas, Mark mark, double x, double y)
    {
        switch (mark)
        {
            case Mark.Current:
                canvas.Rectangle(new(x - 5, y - 3.5, 10, 7), "ink");
                break;
            case Mark.Projected:
                canvas.Rectangle(new(x - 5, y - 3.5, 10, 7), "stroke", more: " stroke-dasharray=\"3 2\"");
                break;
            case Mark.Target:
                canvas.Rectangle(new(x - 1.5, y - 7, 3, 14), "accent");
                break;
            default:
                Bullet.DrawDiamond(canvas, x, y);
                break;
        }
    }

    private enum Mark
    {
        Current,
        Projected,
        Target,
        Baseline,
    }
}
