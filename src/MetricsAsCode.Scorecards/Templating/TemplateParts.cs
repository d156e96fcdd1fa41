using System.Collections.Concurrent;
using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>A part that can be used.</summary>
/// <param name="Body">What it says.</param>
/// <param name="Text">Its own file; null for one that the template makes.</param>
internal sealed record TemplatePart(ImmutableArray<TemplateNode> Body, SourceText? Text);

/// <summary>The parts that a template can use: the built-in ones and its own.</summary>
internal sealed class TemplateParts
{
    private static readonly ConcurrentDictionary<string, TemplatePart?> BuiltIn = new(StringComparer.Ordinal);

    private readonly Dictionary<string, InlineNode> own = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    internal static TemplateParts Of(SourceText text, ImmutableArray<TemplateNode> nodes, DiagnosticBag findings)
    {
        var parts = new TemplateParts();
        foreach (var made in nodes.OfType<InlineNode>())
        {
            if (BuiltInParts.Names.Contains(made.Part) || !parts.own.TryAdd(made.Part, made))
                findings.Add(TemplateErrors.PartTwice(new Location(text, made.Span), made.Part, BuiltInParts.Names.Contains(made.Part)));
        }

        return parts;
    }

    internal IEnumerable<string> Names => own.Keys.Concat(BuiltInParts.Names).Order(StringComparer.Ordinal);

    internal IEnumerable<InlineNode> Unused => own.Values.Where(p => !used.Contains(p.Part));

    internal TemplatePart? Find(string name)
    {
        used.Add(name);
        return own.TryGetValue(name, out var made) ? new TemplatePart(made.Body, null) : BuiltIn.GetOrAdd(name, ReadBuiltIn);
    }

    private static TemplatePart? ReadBuiltIn(string name)
    {
        if (!BuiltInParts.Names.Contains(name))
            return null;
        var text = new SourceText(name, BuiltInParts.Read(name));
        var mistakes = new DiagnosticBag();
        var part = new TemplatePart(TemplateParser.Parse(text, mistakes), text);
        return mistakes.Count == 0 ? part : throw new InvalidOperationException($"The built-in part `{name}` has a mistake: {mistakes.InOrder()[0]}");
    }
}
