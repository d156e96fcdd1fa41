using System.Collections;
using System.Collections.Immutable;
using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Templating;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>What templates can call. The signatures are what templates are checked against, and what the documentation lists.</summary>
internal static class TemplateHelpers
{
    private static readonly ImmutableArray<(HelperSignature Signature, Func<Arguments, string> Write)> Writing =
    [
        (Text("cell", "cell TEXT", "a text cut to the length that suits a table or heading", HelperTakes.Text), static a => MarkdownText.Cell(Raw(a, 0))),
        (Text("code", "code TEXT", "a formula as code; not in tables", HelperTakes.Text), static a => CodeSpan.Of(Raw(a, 0))),
        (Text("link", "link TEXT ADDRESS", "a link, e.g. to a definition", HelperTakes.Text, HelperTakes.Text), static a => Link(Raw(a, 0), a.At(1))),
        (Text("image", "image ALT ADDRESS", "a picture; nothing when there is none", HelperTakes.Text, HelperTakes.Text), static a => Image(Raw(a, 0), a.At(1))),
        (Text("mermaid", "mermaid TEXT", "a text for a quoted label of a Mermaid chart", HelperTakes.Text), static a => MermaidText.Of(Raw(a, 0))),
        (Text("shade", "shade NUMBER", "a share as one block, the fuller the higher; nothing when there is none", HelperTakes.Number), static a => a.At(0) is double share ? Shade.Of(share) : ""),
        (Text("bar", "bar NUMBER", "a share as ten blocks; nothing when there is none", HelperTakes.Number), static a => a.At(0) is double share ? ProgressBar.Of(share) : ""),
        (Text("spark", "spark NUMBERS", "a trend as bars", HelperTakes.Numbers), static a => Sparkline.Of(Numbers(a.At(0)))),
    ];

    private static readonly HelperSignature Metric =
        new("metric", "metric \"NAME\"", [HelperTakes.Metric], TemplateShape.Of(typeof(MetricModel)), "a metric of the scorecard's module, computed also if the scorecard does not show it; for `#with`, `#if` and parts") { IsFieldWhenBare = true };

    /// <summary>By name.</summary>
    internal static ImmutableSortedDictionary<string, HelperSignature> Signatures { get; } =
        Writing.Select(static h => h.Signature).Append(Metric).ToImmutableSortedDictionary(static s => s.Name, static s => s, StringComparer.Ordinal);

    internal static void Register(IHandlebars engine)
    {
        foreach (var (signature, write) in Writing)
            engine.RegisterHelper(signature.Name, (output, _, arguments) => output.WriteSafeString(write(arguments)));
        engine.RegisterHelper(Metric.Name, static (in HelperOptions options, in Context context, in Arguments arguments) =>
            arguments.Length == 0 ? FieldOf(context.Value) : Named(options.Data.Value<object>("root"), Raw(arguments, 0)));
    }

    private static HelperSignature Text(string name, string form, string meaning, params ImmutableArray<HelperTakes> takes) => new(name, form, takes, TemplateShape.Text, meaning);

    private static object? At(this Arguments arguments, int index) => index < arguments.Length ? arguments[index] : null;

    private static string Raw(Arguments arguments, int index) => arguments.At(index) switch
    {
        TemplateText text => text.Raw,
        null => "",
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static string Link(string text, object? address) => $"[{MarkdownText.Cell(text)}]({LinkAddress.Of(address)})";

    private static string Image(string alt, object? address) => address is null ? "" : $"![{MarkdownText.Escape(alt, 1000)}]({LinkAddress.Of(address)})";

    private static double?[] Numbers(object? list) => list is IEnumerable items ? [.. items.Cast<object?>().Select(static n => n as double?)] : [];

    private static object? FieldOf(object? context) => context is Dictionary<string, object?> fields ? fields.GetValueOrDefault(Metric.Name) : null;

    /// <summary>Whoever builds the model asks for the metrics that the template names.</summary>
    private static object Named(object? root, string name) =>
        root is Dictionary<string, object?> scorecard && scorecard["named"] is object[] metrics
            && Array.Find(metrics, m => m is Dictionary<string, object?> metric && metric["name"] is TemplateText { Raw: var own } && string.Equals(own, name, StringComparison.Ordinal)) is { } found
            ? found
            : throw new InvalidOperationException($"The metric `{name}` of the template was not computed.");
}
