using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Scorecards.Pictures.Charts;

/// <summary>A status as a small shape: each differs in form, whatever the colours.</summary>
internal static class StatusMark
{
    /// <summary>The colour of a status.</summary>
    internal static string Look(string status) => status switch
    {
        "achieved" or "on track" => "good",
        "at risk" => "warn",
        "off track" or "missed" => "bad",
        _ => "dim",
    };

    /// <summary>Draws the shape around a middle, twelve pixels wide.</summary>
    internal static void Draw(SvgCanvas canvas, string status, double x, double y)
    {
        switch (status)
        {
            case "achieved":
                canvas.Circle(x, y, 6.5, "good");
                canvas.Path([(x - 3, y), (x - 1, y + 2.5), (x + 3.2, y - 2.5)], "on");
                break;
            case "on track":
                canvas.Circle(x, y, 6, "good");
                break;
            case "at risk":
                canvas.Path([(x, y - 6.5), (x + 7, y + 5.5), (x - 7, y + 5.5)], "warn", isClosed: true);
                break;
            case "off track":
                canvas.Rectangle(new(x - 5.5, y - 5.5, 11, 11), "bad");
                break;
            case "missed":
                canvas.Rectangle(new(x - 5.5, y - 5.5, 11, 11), "bad");
                canvas.Path([(x - 2.8, y - 2.8), (x + 2.8, y + 2.8)], "on");
                canvas.Path([(x - 2.8, y + 2.8), (x + 2.8, y - 2.8)], "on");
                break;
            case "too early":
                canvas.Circle(x, y, 5.5, "dimstroke");
                canvas.Path([(x, y - 3.5), (x, y), (x + 2.5, y + 1.5)], "dimstroke");
                break;
            case "not started":
                canvas.Circle(x, y, 5.5, "dimstroke");
                break;
            default:
                canvas.Text(x, y + 4.5, "?", "d m");
                break;
        }
    }
}
