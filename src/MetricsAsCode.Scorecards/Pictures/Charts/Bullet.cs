using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>A key result's bar on its bands, with marks for start or baseline, projection and target.</summary>
internal static class Bullet
{
    internal const double Height = 20;
    private const double BarHeight = 8;
    private const double BandOpacity = 0.28;

    internal static void Draw(SvgCanvas canvas, KeyResultModel keyResult, Box box)
    {
        var (axis, start) = BulletScale.Of(keyResult, box.Left, box.Right);
        canvas.Rectangle(box, "faint");
        foreach (var band in keyResult.Aim!.Bands)
            DrawBand(canvas, band, axis, box);
        var (from, now) = (axis.Of(start), axis.Of(keyResult.Current.Number!.Value));
        if (keyResult.Projected?.Number is { } projected)
            canvas.Rectangle(Between(now, axis.Of(projected), box), "stroke", more: " stroke-dasharray=\"3 2\"");
        canvas.Rectangle(Between(from, now, box), "ink");
        if (keyResult.Baseline.Number is { } baseline)
            DrawDiamond(canvas, axis.Of(baseline), box.Top + (box.Height / 2));
        foreach (var target in new[] { keyResult.Aim.Low, keyResult.Aim.High }.OfType<double>())
            DrawTarget(canvas, axis.Of(target), box);
    }

    internal static void DrawTarget(SvgCanvas canvas, double x, Box box) => canvas.Rectangle(new(x - 1.5, box.Top - 3, 3, box.Height + 6), "accent");

    internal static void DrawDiamond(SvgCanvas canvas, double x, double y)
    {
        canvas.Path([(x, y - 6.5), (x + 5, y), (x, y + 6.5), (x - 5, y)], "paper", isClosed: true);
        canvas.Path([(x, y - 6.5), (x + 5, y), (x, y + 6.5), (x - 5, y), (x, y - 6.5)], "dimstroke");
    }

    private static void DrawBand(SvgCanvas canvas, BandModel band, Axis axis, Box box)
    {
        var ends = new[] { band.From is { } low ? axis.Of(low) : End(axis, box, isLow: true), band.To is { } high ? axis.Of(high) : End(axis, box, isLow: false) };
        var (left, right) = (Math.Clamp(ends.Min(), box.Left, box.Right), Math.Clamp(ends.Max(), box.Left, box.Right));
        if (right > left)
            canvas.Rectangle(new(left, box.Top, right - left, box.Height), StatusMark.Look(band.Status), BandOpacity);
    }

    private static double End(Axis axis, Box box, bool isLow) => isLow == axis.At0 <= axis.At1 ? box.Left : box.Right;

    private static Box Between(double one, double other, Box box) =>
        new(Math.Min(one, other), box.Top + ((box.Height - BarHeight) / 2), Math.Max(Math.Abs(other - one), 1), BarHeight);
}
