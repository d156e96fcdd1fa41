using System.Globalization;
using System.Security;
using System.Text;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Scorecards.Pictures.Svg;

/// <summary>Where shapes are drawn. Lengths are in pixels from the upper left corner; what a shape looks like is said by the classes of <see cref="SvgTheme"/>.</summary>
internal sealed class SvgCanvas
{
    /// <summary>The width of every picture: narrow enough to be read on a telephone, where it shrinks to two thirds.</summary>
    internal const double Width = 560;

    /// <summary>The room that stays free at each side.</summary>
    internal const double Margin = 16;

    /// <summary>The size of letters, but of headings.</summary>
    internal const double Letter = 13;

    internal const double Heading = 14;

    private readonly StringBuilder shapes = new();

    internal void Rectangle(Box box, string look, double opacity = 1, string? more = null)
    {
        shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Px.Of(box.Left)}\" y=\"{Px.Of(box.Top)}\" width=\"{Px.Of(box.Width)}\" height=\"{Px.Of(box.Height)}\" class=\"{look}\"");
        if (opacity < 1)
            shapes.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{Math.Round(opacity, 2).ToString("0.##", CultureInfo.InvariantCulture)}\"");
        shapes.Append(more).Append("/>\n");
    }

    internal void Circle(double x, double y, double radius, string look) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Px.Of(x)}\" cy=\"{Px.Of(y)}\" r=\"{Px.Of(radius)}\" class=\"{look}\"/>\n");

    internal void Line(double x1, double y1, double x2, double y2, string look, string? more = null) =>
        shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Px.Of(x1)} {Px.Of(y1)}L{Px.Of(x2)} {Px.Of(y2)}\" class=\"{look}\"{more}/>\n");

    /// <summary>A path through points, or an area when it is closed.</summary>
    internal void Path(IReadOnlyList<(double X, double Y)> points, string look, bool isClosed = false, double opacity = 1)
    {
        shapes.Append("<path d=\"");
        for (var i = 0; i < points.Count; i++)
            shapes.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{Px.Of(points[i].X)} {Px.Of(points[i].Y)}");
        shapes.Append(isClosed ? "Z\"" : "\"").Append(CultureInfo.InvariantCulture, $" class=\"{look}\"");
        if (opacity < 1)
            shapes.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{Math.Round(opacity, 2).ToString("0.##", CultureInfo.InvariantCulture)}\"");
        shapes.Append("/>\n");
    }

    /// <summary>A text as it is: whoever writes it has seen that it fits.</summary>
    internal void Text(double x, double y, string text, string look = "") =>
        shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{Px.Of(x)}\" y=\"{Px.Of(y)}\"{(look.Length == 0 ? "" : $" class=\"{look}\"")}>{Escape(text)}</text>\n");

    /// <summary>The picture.</summary>
    /// <param name="height">Its height.</param>
    /// <param name="title">What it is, for readers that hear it.</param>
    /// <param name="description">What it shows.</param>
    internal string ToSvg(double height, string title, string description) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{Px.Of(Width)}" height="{Px.Of(height)}" viewBox="0 0 {Px.Of(Width)} {Px.Of(height)}" role="img" aria-labelledby="t d">
        <title id="t">{Escape(PlainText.OneLine(title, 200))}</title>
        <desc id="d">{Escape(PlainText.OneLine(description, 4000))}</desc>
        <style>
        {SvgTheme.Style}
        </style>
        <rect x="0.5" y="0.5" width="{Px.Of(Width - 1)}" height="{Px.Of(height - 1)}" rx="6" class="paper"/>
        {shapes}</svg>

        """.ReplaceLineEndings("\n");

    // One line of plain text has no characters that XML cannot hold: no controls and no half characters.
    private static string Escape(string text) => SecurityElement.Escape(PlainText.OneLine(text, null));
}
