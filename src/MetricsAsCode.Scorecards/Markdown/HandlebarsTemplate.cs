using System.Globalization;
using System.Reflection;
using HandlebarsDotNet;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>A template in Handlebars. Every template can use the parts of the built-in one, e.g. <c>{{> objectives}}</c>.</summary>
public sealed class HandlebarsTemplate : IScorecardTemplate
{
    private const string Suffix = ".md.hbs";
    private static readonly Dictionary<string, string> BuiltInTexts = ReadBuiltIn();
    private readonly string name;
    private readonly HandlebarsTemplate<object, object> compiled;

    private HandlebarsTemplate(string name, string text)
    {
        this.name = name;
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            NoEscape = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
        TemplateHelpers.Register(engine);
        compiled = Checked(() =>
        {
            foreach (var (part, content) in BuiltInTexts)
                engine.RegisterTemplate(part, content);
            return engine.Compile(text);
        });
    }

    /// <summary>The template that is used when a scorecard names none. Its text, in Templates/scorecard.md.hbs, is the documentation of all templates.</summary>
    public static HandlebarsTemplate BuiltIn { get; } = new("scorecard" + Suffix, BuiltInTexts["scorecard"]);

    /// <summary>Reads a template.</summary>
    /// <param name="name">What to call it in messages, e.g. its file.</param>
    /// <param name="text">The template itself.</param>
    /// <exception cref="ScorecardTemplateException">It is not a Handlebars template.</exception>
    public static HandlebarsTemplate Parse(string name, string text) => new(name, text);

    /// <inheritdoc />
    public string Render(ScorecardModel model) => Checked(() => compiled(TemplateView.Of(model)!));

    private T Checked<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (HandlebarsException error)
        {
            throw new ScorecardTemplateException(name, error.Message.ReplaceLineEndings(" ").Trim(), error);
        }
    }

    private static Dictionary<string, string> ReadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(static resource => resource.EndsWith(Suffix, StringComparison.Ordinal))
            .ToDictionary(static resource => resource[..^Suffix.Length], resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                return reader.ReadToEnd().ReplaceLineEndings("\n");
            }, StringComparer.Ordinal);
    }
}
