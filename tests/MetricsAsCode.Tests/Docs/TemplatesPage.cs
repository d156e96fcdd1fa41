using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Templating;

namespace MetricsAsCode.Tests.Docs;

/// <summary>What templates can name, written from the helpers, the built-in parts, and the types of the scorecard's model with their comments.</summary>
internal static partial class TemplatesPage
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, XElement> Comments = XDocument.Load(Path.ChangeExtension(typeof(ScorecardModel).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m, StringComparer.Ordinal);

    /// <summary>Every type that a template meets, in the order met.</summary>
    public static IReadOnlyList<Type> Models { get; } = Reachable();

    public static string Write()
    {
        var page = new StringBuilder("### Helpers\n\n| Helper | Writes or is |\n| :-- | :-- |\n");
        foreach (var helper in TemplateHelpers.Signatures.Values)
            page.Append($"| `{helper.Form}` | {helper.Meaning} |\n");
        page.Append("\n### Parts\n\n| Part | Shows | Of |\n| :-- | :-- | :-- |\n");
        foreach (string part in BuiltInParts.Names)
            page.Append($"| `{{{{> {part}}}}}` | {Cell(FirstSentence(part))} | {string.Join(", ", Models.Where(m => Fits(part, m)).Select(Link))} |\n");
        foreach (var model in Models)
        {
            page.Append($"\n### {Heading(model)}\n\n{Meaning(model)}\n\n| Field | Is | Meaning |\n| :-- | :-- | :-- |\n");
            foreach (var field in TemplateShape.PropertiesOf(model))
                page.Append($"| `{TemplateShape.NameOf(field)}` | {Kind(field)} | {Cell(Meaning(field))} |\n");
        }

        return page.ToString();
    }

    /// <summary>What the comment of a field says; empty when there is none.</summary>
    public static string Meaning(PropertyInfo field)
    {
        string type = field.DeclaringType!.FullName!;
        return Comments.GetValueOrDefault($"P:{type}.{field.Name}")?.Element("summary") is { } own ? Plain(own)
            : Comments.GetValueOrDefault($"T:{type}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == field.Name) is { } parameter ? Plain(parameter)
            : "";
    }

    private static string Meaning(Type model) => Plain(Comments[$"T:{model.FullName}"].Element("summary")!);

    private static string Plain(XElement comment)
    {
        var text = new StringBuilder();
        foreach (var node in comment.Nodes())
            text.Append(node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : node is XElement other ? other.Attribute("cref")?.Value.Split('.')[^1] ?? other.Value : ((XText)node).Value);
        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    private static string Kind(PropertyInfo field)
    {
        string kind = Kind(TemplateShape.Of(field.PropertyType));
        return Nullability.Create(field).ReadState == NullabilityState.Nullable ? kind + ", or nothing" : kind;
    }

    private static string Kind(TemplateShape shape) => shape switch
    {
        TemplateShape.ListShape list => $"a list: each {Kind(list.Element)}",
        TemplateShape.FieldsShape fields => Link(fields.Model),
        _ => shape.Words,
    };

    private static string Heading(Type model) => TemplateShape.WordsOf(model) is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    private static string Link(Type model) => TemplateShape.WordsOf(model) is var words ? $"[{words}](#{words.Replace(' ', '-')})" : "";

    private static bool Fits(string part, Type model)
    {
        var (text, findings) = (new SourceText("docs", $"{{{{> {part}}}}}"), new DiagnosticBag());
        TemplateChecker.Check(text, TemplateParser.Parse(text, findings), model, TemplateHelpers.Signatures, findings);
        return findings.Count == 0;
    }

    private static string FirstSentence(string part) => Comment().Match(BuiltInParts.Read(part)).Groups[1].Value.Trim().TrimEnd('.');

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static List<Type> Reachable()
    {
        var found = new List<Type> { typeof(ScorecardModel) };
        for (int i = 0; i < found.Count; i++)
        {
            foreach (var field in TemplateShape.PropertiesOf(found[i]))
            {
                var shape = TemplateShape.Of(field.PropertyType);
                while (shape is TemplateShape.ListShape list)
                    shape = list.Element;
                if (shape is TemplateShape.FieldsShape { Model: var model } && !found.Contains(model))
                    found.Add(model);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\{\{!--\s*([^.:]+)[.:]")]
    private static partial Regex Comment();
}
