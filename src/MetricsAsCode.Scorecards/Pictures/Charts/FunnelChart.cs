using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>A funnel as bars from the left, each as long as the share of those that entered; between them what is lost and how long it takes.</summary>
internal static class FunnelChart
{
    private const double StepHeight = 62;
    private const double BarHeight = 22;
    private const double Inner = SvgCanvas.Width - (2 * SvgCanvas.Margin);

    /// <summary>The picture; null when there are no steps.</summary>
    internal static (string Svg, string Alt)? Of(FunnelModel funnel)
    {
        if (funnel.Steps.IsEmpty)
            return null;
        var canvas = new SvgCanvas();
        for (var i = 0; i < funnel.Steps.Length; i++)
            DrawStep(canvas, funnel.Steps[i], SvgCanvas.Margin + (i * StepHeight));
        var alt = $"{funnel.Label}: {string.Join(", ", funnel.Steps.Select(static s => $"{s.Label} {s.Count.Text} ({s.Rate.Text})"))}.";
        return (canvas.ToSvg((2 * SvgCanvas.Margin) + (funnel.Steps.Length * StepHeight) - 12, $"Funnel: {funnel.Label}", alt), alt);
    }

    private static void DrawStep(SvgCanvas canvas, FunnelStepModel step, double y)
    {
        const double right = SvgCanvas.Width - SvgCanvas.Margin;
        var said = Said(step);
        canvas.Text(right, y + 11, TextWidth.Fit(said, SvgCanvas.Letter, Inner * 0.6), "d e");
        var room = Inner - TextWidth.Of(TextWidth.Fit(said, SvgCanvas.Letter, Inner * 0.6), SvgCanvas.Letter) - 12;
        canvas.Text(SvgCanvas.Margin, y + 11, TextWidth.Fit(step.Label, SvgCanvas.Heading, room, isBold: true), "h");
        var bar = new Box(SvgCanvas.Margin, y + 20, Inner, BarHeight);
        canvas.Rectangle(bar, "faint");
        var share = Math.Clamp(step.Rate.Number ?? 0, 0, 1);
        if (share > 0)
            canvas.Rectangle(bar with { Width = Math.Max(Inner * share, 1) }, "accent", 0.55);
        var value = step.Rate.Number is null || step.StepRate is null ? step.Count.Text : $"{step.Count.Text} · {step.Rate.Text}";
        canvas.Text(bar.Left + 8, bar.Top + 15.5, TextWidth.Fit(value, SvgCanvas.Letter, Inner - 16));
    }

    // Of a step that nobody came to nobody is lost; why there is no rate stands in its place.
    private static string Said(FunnelStepModel step)
    {
        if (step.Rate.Number is null)
            return step.Rate.Text;
        var parts = new List<string>();
        if (step.DropOff is { Number: not null } dropOff)
            parts.Add($"{dropOff.Text} lost");
        if (step.Time is { Number: not null } time)
            parts.Add($"after {time.Text}");
        return string.Join(" · ", parts);
    }
}
