using System.Collections;
using HandlebarsDotNet;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>What templates can call: <c>{{cell text}}</c>, <c>{{code text}}</c>, <c>{{link text address}}</c>, <c>{{image alt address}}</c>, <c>{{bar share}}</c>, <c>{{spark numbers}}</c>.</summary>
internal static class TemplateHelpers
{
    internal static void Register(IHandlebars engine)
    {
        engine.RegisterHelper("cell", static (output, _, arguments) => output.WriteSafeString(MarkdownText.Cell(Raw(arguments, 0))));
        engine.RegisterHelper("code", static (output, _, arguments) => output.WriteSafeString(CodeSpan.Of(Raw(arguments, 0))));
        engine.RegisterHelper("link", static (output, _, arguments) => output.WriteSafeString(Link(Raw(arguments, 0), Raw(arguments, 1))));
        engine.RegisterHelper("image", static (output, _, arguments) => output.WriteSafeString(Image(Raw(arguments, 0), Raw(arguments, 1))));
        engine.RegisterHelper("bar", static (output, _, arguments) => output.WriteSafeString(arguments.At(0) is double share ? ProgressBar.Of(share) : ""));
        engine.RegisterHelper("spark", static (output, _, arguments) => output.WriteSafeString(Sparkline.Of(Numbers(arguments.At(0)))));
    }

    private static object? At(this Arguments arguments, int index) => index < arguments.Length ? arguments[index] : null;

    private static string Raw(Arguments arguments, int index) => arguments.At(index) switch
    {
        TemplateText text => text.Raw,
        null => "",
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    // Addresses are ours: relative paths, percent-encoded segment by segment.
    private static string Link(string text, string address) => $"[{MarkdownText.Cell(text)}]({address})";

    private static string Image(string alt, string address) => address.Length == 0 ? "" : $"![{MarkdownText.Escape(alt, 1000)}]({address})";

    private static double?[] Numbers(object? list) => list is IEnumerable items ? [.. items.Cast<object?>().Select(static n => n as double?)] : [];
}
