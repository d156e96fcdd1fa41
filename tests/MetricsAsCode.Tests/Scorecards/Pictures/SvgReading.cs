using System.Globalization;
using System.Xml.Linq;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

/// <summary>A picture as XML, its shapes by what they look like.</summary>
internal static class SvgReading
{
    internal static XElement Read(string svg) => XDocument.Parse(svg).Root!;

    internal static IEnumerable<XElement> Shapes(string svg, string name, string look) =>
        Read(svg).Elements().Where(e => e.Name.LocalName == name && (string?)e.Attribute("class") == look);

    internal static double[] Numbers(this XElement shape, params string[] attributes) =>
        [.. attributes.Select(a => double.Parse(shape.Attribute(a)!.Value, CultureInfo.InvariantCulture))];

    internal static IEnumerable<string> Texts(string svg) => Read(svg).Elements().Where(static e => e.Name.LocalName == "text").Select(static e => e.Value);
}
