using System.Collections.Immutable;
using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Templating;

namespace MetricsAsCode.Scorecards.Markdown;

// What the template names is checked against the model's types before anything is rendered. At rendering a name that is there but has no value writes nothing,
// so that a template which has passed works on all data.

/// <summary>A template in Handlebars. Every template can use the parts of the built-in one, e.g. <c>{{> objective}}</c>.</summary>
public sealed class HandlebarsTemplate : IScorecardTemplate
{
    /// <summary>As many characters as a template may have.</summary>
    public const int LongestTemplate = 256 * 1024;

    private readonly SourceText text;
    private readonly EquatableArray<Diagnostic> mistakes;
    private readonly ImmutableArray<PathStep> metrics;
    private readonly Lazy<HandlebarsTemplate<TextWriter, object, object>> compiled;

    private HandlebarsTemplate(SourceText text)
    {
        this.text = text;
        var findings = new DiagnosticBag();
        if (text.Content.Length > LongestTemplate)
            findings.Add(TemplateErrors.OutOfBounds(new Location(text, default), FormattableString.Invariant($"The template has more than {LongestTemplate:N0} characters"), "Leave out what no scorecard needs"));
        else
            metrics = TemplateChecker.Check(text, TemplateParser.Parse(text, findings), typeof(ScorecardModel), TemplateHelpers.Signatures, findings);
        metrics = metrics.IsDefault ? [] : metrics;
        mistakes = findings.InOrder();
        compiled = new(Compile);
    }

    /// <summary>The template that is used when a scorecard names none. Its text, in Templates/scorecard.md.hbs, is the documentation of all templates.</summary>
    public static HandlebarsTemplate BuiltIn { get; } = Parse("built in", BuiltInParts.Read("scorecard"));

    /// <inheritdoc />
    public ImmutableArray<string> Metrics => [.. metrics.Select(static m => m.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a template, also a mistaken one: <see cref="Check"/> says what is wrong with it.</summary>
    /// <param name="text">The template, with the path that its mistakes are told with.</param>
    public static HandlebarsTemplate Read(SourceText text) => new(text);

    /// <summary>Reads a template that must be right.</summary>
    /// <param name="name">What to call it in messages, e.g. its file.</param>
    /// <param name="text">The template itself.</param>
    /// <exception cref="ScorecardTemplateException">It has mistakes.</exception>
    public static HandlebarsTemplate Parse(string name, string text)
    {
        var template = new HandlebarsTemplate(new SourceText(name, text));
        template.ThrowIfMistaken();
        return template;
    }

    /// <inheritdoc />
    public EquatableArray<Diagnostic> Check(ModuleSymbol? module)
    {
        if (module is null)
            return mistakes;
        var known = NamedMetrics.Of(module).Select(static m => m.Name).ToHashSet(StringComparer.Ordinal);
        var findings = new DiagnosticBag();
        findings.AddRange(mistakes);
        findings.AddRange(metrics.Where(m => !known.Contains(m.Name)).Select(m => TemplateErrors.MetricUnknown(new Location(text, m.Span), module.Name, m.Name, known.Order(StringComparer.Ordinal))));
        return findings.InOrder();
    }

    /// <inheritdoc />
    public string Render(ScorecardModel model)
    {
        ThrowIfMistaken();
        using var output = new BoundedWriter(text.Path);
        compiled.Value(output, TemplateView.Of(model)!);
        return output.ToString();
    }

    private HandlebarsTemplate<TextWriter, object, object> Compile()
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = true,
            FormatProvider = CultureInfo.InvariantCulture,
            PartialTemplateResolver = new BuiltInParts(),
        });
        TemplateHelpers.Register(engine);
        try
        {
            return engine.Compile(new StringReader(text.Content));
        }
        catch (Exception error) when (error is HandlebarsException)
        {
            throw new InvalidOperationException($"The template `{text.Path}` was found right but cannot be compiled: {error.Message}", error);
        }
    }

    private void ThrowIfMistaken()
    {
        if (!mistakes.IsEmpty)
            throw new ScorecardTemplateException(text.Path, mistakes[0].Message);
    }
}
