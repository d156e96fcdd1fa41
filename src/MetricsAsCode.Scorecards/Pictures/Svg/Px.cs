using System.Globalization;

namespace MetricsAsCode.Scorecards.Pictures.Svg;

/// <summary>Lengths as SVG writes them: tenths of a pixel, the same everywhere, and no negative zero.</summary>
internal static class Px
{
    internal static string Of(double length) => (Math.Round(length, 1, MidpointRounding.ToEven) + 0.0).ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;
}
