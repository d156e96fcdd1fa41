using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>A template in Handlebars. Every template can use the parts of the built-in one, e.g. <c>{{> objective}}</c>.</summary>
public sealed class HandlebarsTemplate : IScorecardTemplate
{
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
            PartialTemplateResolver = new BuiltInParts(),
        });
        TemplateHelpers.Register(engine);
        compiled = Checked(() => engine.Compile(text));
    }

    /// <summary>The template that is used when a scorecard names none. Its text, in Templates/scorecard.md.hbs, is the documentation of all templates.</summary>
    public static HandlebarsTemplate BuiltIn { get; } = new("built in", BuiltInParts.Read("scorecard"));

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
        catch (Exception error) when (error is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new ScorecardTemplateException(name, error.Message.ReplaceLineEndings(" ").Trim(), error);
        }
    }
}
