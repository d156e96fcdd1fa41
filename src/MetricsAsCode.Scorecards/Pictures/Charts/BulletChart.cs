using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>An objective's key results, a bullet each: how far each has come, how far it is to be, and what that means by now.</summary>
internal static class BulletChart
{
    private const double Indent = 18;
    private const double LineHeight = 18;

    // The worst first, as bands stand.
    private static readonly string[] Legend = ["missed", "off track", "at risk", "on track", "achieved"];

    /// <summary>The picture; null when there are no key results.</summary>
    internal static (string Svg, string Alt)? Of(ObjectiveModel objective)
    {
        var rows = objective.KeyResults.SelectMany(static k => k.Needs.Select(static n => (Row: n, IsNeed: true)).Prepend((Row: k, IsNeed: false))).ToArray();
        if (rows.Length == 0)
            return null;
        var canvas = new SvgCanvas();
        var y = SvgCanvas.Margin;
        foreach (var (row, isNeed) in rows)
            y = DrawRow(canvas, row, isNeed ? SvgCanvas.Margin + Indent : SvgCanvas.Margin, y);
        y = DrawLegend(canvas, rows.SelectMany(static r => r.Row.Aim?.Bands ?? []).Select(static b => b.Status), y);
        var alt = $"Key results of {objective.Label}. {string.Join(" ", rows.Select(static r => Sentence(r.Row)))}";
        return (canvas.ToSvg(y + 4, $"Key results: {objective.Label}", alt), alt);
    }

    private static double DrawRow(SvgCanvas canvas, KeyResultModel row, double left, double y)
    {
        const double right = SvgCanvas.Width - SvgCanvas.Margin;
        var state = row.Score.Number is null || row.Aim is null && !row.HasNeeds ? row.Status.Word : $"{row.Status.Word} · {row.Score.Text}";
        var room = right - left - 18 - 12 - TextWidth.Of(state, SvgCanvas.Letter);
        StatusMark.Draw(canvas, row.Status.Word, left + 6, y + 6);
        canvas.Text(right, y + 11, state, "e");
        foreach (var line in TextWidth.Wrap(row.Label, SvgCanvas.Heading, room, right - left - 18, isBold: true))
        {
            canvas.Text(left + 18, y + 11, line, "h");
            y += LineHeight;
        }

        y -= LineHeight;
        if (row.HasNeeds)
            return y + 28;
        var box = new Box(left, y + 24, right - left, Bullet.Height);
        if (row is not { Aim: not null, Current.Number: not null })
        {
            canvas.Text(left + 18, y + 31, TextWidth.Fit(WithoutBar(row), SvgCanvas.Letter, right - left - 18), "d");
            return y + 52;
        }

        Bullet.Draw(canvas, row, box);
        return box.Bottom + 18 + (BulletCaption.Draw(canvas, row, left, right, box.Bottom + 20) * BulletCaption.LineHeight);
    }

    private static string WithoutBar(KeyResultModel row)
    {
        var now = row.Current.Number is null ? row.Current.Text : $"now {row.Current.Text}";
        return row.Reason is { } reason && row.Current.Number is not null ? $"{now}; no score: {reason}" : $"{now}; target {row.TargetText}";
    }

    private static double DrawLegend(SvgCanvas canvas, IEnumerable<string> statuses, double y)
    {
        var x = SvgCanvas.Margin;
        foreach (var status in Legend.Intersect(statuses))
        {
            canvas.Rectangle(new(x, y, 14, 12), StatusMark.Look(status), 0.28);
            canvas.Text(x + 20, y + 10.5, status, "d");
            x += 20 + TextWidth.Of(status, SvgCanvas.Letter) + 16;
        }

        return x > SvgCanvas.Margin ? y + 22 : y;
    }

    private static string Sentence(KeyResultModel row)
    {
        if (row.HasNeeds)
            return $"{row.Label}: {row.StatusText}, needs:";
        var projected = row.Projected is { } figure ? $", projected {figure.Text}" : "";
        return $"{row.Label}: {row.StatusText}, now {row.Current.Text}{projected}, target {row.TargetText}.";
    }
}
