using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>A cohort's triangle: the more came back, the fuller the cell; a cell that cannot be told yet is empty.</summary>
internal static class CohortHeatMap
{
    private const double RowHeight = 26;
    private const double Head = 42;
    private const double Names = 92;
    private const double Sizes = 58;
    private const double Fullest = 0.6;
    private const double Inner = SvgCanvas.Width - (2 * SvgCanvas.Margin);

    /// <summary>The picture; null when there are no rows.</summary>
    internal static (string Svg, string Alt)? Of(CohortModel cohort)
    {
        if (cohort.Rows.IsEmpty || cohort.Offsets.IsEmpty)
            return null;
        var canvas = new SvgCanvas();
        var cell = (Inner - Names - Sizes) / cohort.Offsets.Length;
        DrawHead(canvas, cohort, cell);
        for (var i = 0; i < cohort.Rows.Length; i++)
            DrawRow(canvas, cohort.Rows[i], SvgCanvas.Margin + Head + (i * RowHeight), cell);
        var alt = Words(cohort);
        return (canvas.ToSvg((2 * SvgCanvas.Margin) + Head + (cohort.Rows.Length * RowHeight), $"Cohorts: {cohort.Label}", alt), alt);
    }

    private static void DrawHead(SvgCanvas canvas, CohortModel cohort, double cell)
    {
        canvas.Text(SvgCanvas.Margin, SvgCanvas.Margin + 11, TextWidth.Fit($"Share that came back in %, by {cohort.Unit}s after the start", SvgCanvas.Heading, Inner, isBold: true), "h");
        canvas.Text(SvgCanvas.Margin, SvgCanvas.Margin + 34, "started in", "d");
        canvas.Text(SvgCanvas.Margin + Names + Sizes - 10, SvgCanvas.Margin + 34, "size", "d e");
        foreach (var offset in cohort.Offsets)
            canvas.Text(SvgCanvas.Margin + Names + Sizes + ((offset + 0.5) * cell), SvgCanvas.Margin + 34, FormattableString.Invariant($"{offset}"), "d m");
    }

    private static void DrawRow(SvgCanvas canvas, CohortRowModel row, double y, double cell)
    {
        canvas.Text(SvgCanvas.Margin, y + 17, TextWidth.Fit(row.Period, SvgCanvas.Letter, Names - 4));
        canvas.Text(SvgCanvas.Margin + Names + Sizes - 10, y + 17, TextWidth.Fit(row.Size.Text, SvgCanvas.Letter, Sizes - 12), "d e");
        for (var i = 0; i < row.Retained.Length; i++)
        {
            if (row.Retained[i].Number is not { } share)
                continue;
            var box = new Box(SvgCanvas.Margin + Names + Sizes + (i * cell) + 1, y + 1, cell - 2, RowHeight - 2);
            canvas.Rectangle(box, "faint");
            canvas.Rectangle(box, "accent", Fullest * (row.Retained[i].Fullness ?? 0));
            canvas.Text(box.Left + (box.Width / 2), y + 17, CellText(row.Retained[i], share, box.Width), "m");
        }
    }

    // The table beside the picture has the digits; where a cell has no room for them it shows whole per cent, then nothing but its shade.
    private static string CellText(CohortCellModel figure, double share, double room)
    {
        var whole = FormattableString.Invariant($"{Math.Round(share * 100, MidpointRounding.ToEven):0}");
        return Fits(figure.Text) ? figure.Text : Fits(whole) ? whole : "";

        bool Fits(string text) => TextWidth.Of(text, SvgCanvas.Letter) <= room;
    }

    private static string Words(CohortModel cohort)
    {
        var rows = cohort.Rows.Select(static r => (r.Period, r.Size, Last: r.Retained.LastOrDefault(static c => c.Number is not null), Offset: r.Retained.Count(static c => c.Number is not null) - 1))
            .Where(static r => r.Last is not null)
            .Select(r => FormattableString.Invariant($"{r.Period}: of {r.Size.Text}, {r.Last!.Text} after {r.Offset} {cohort.Unit}{(r.Offset == 1 ? "" : "s")}"));
        return $"{cohort.Label}, who came back, by {cohort.Unit} of the start. {string.Join("; ", rows)}.";
    }
}
