using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What a metric says, or each of its parts.</summary>
internal static class MetricForms
{
    public static IEnumerable<DeclarationForm> Of(Declared at, MetricDeclaration declaration) => at.Module.Metrics
        .Where(m => m.MemberOf is null && (m.PartOf ?? m.Name) == declaration.Name.Text)
        .Select(m => Of(at, m, declaration.Name, Written(at, m, declaration), declaration));

    /// <summary>A member of a funnel or cohort follows from it.</summary>
    public static DeclarationForm Member(Declared at, MetricSymbol member, SyntaxNode place, string owner) =>
        Of(at, member, place, WrittenForm.Reference($"{at.Module.Name}.{owner}", owner), null) with { Within = owner };

    /// <summary>The formula of a metric and all that follows from it: what is computed, whatever it is called.</summary>
    public static IEnumerable<Aspect> Values(Declared at, MetricSymbol metric, WrittenForm written)
    {
        string facts = $"{metric.IsAdditive} {metric.ReadsPrevious}";
        yield return new Aspect("formula", AspectKind.Value, Digest.Of("formula", at.Meanings.Measures.Visit(metric.Body), facts), metric.Formula) { Written = written };
        yield return new Aspect("sample", AspectKind.Value, Sample(at, metric), "") { IsDerived = true };
        yield return at.Calendar();
        yield return Aspect.Of("unit", AspectKind.Meaning, metric.Unit.ToString()) with { IsDerived = true };
    }

    private static DeclarationForm Of(Declared at, MetricSymbol metric, SyntaxNode place, WrittenForm written, MetricDeclaration? declaration)
    {
        at.Meanings.Declare(metric.QualifiedName, () => at.Meanings.Measures.Of(metric));
        // What a metric that is another one does not say itself it takes over.
        Aspect[] said =
        [
            Aspect.Of("every", AspectKind.Value, metric.Every is { } grain ? GrainText.Of(grain) : null) with { IsDerived = declaration?.Every is null },
            Aspect.Of("shown as", AspectKind.Meaning, Words(metric.Display)) with { IsDerived = declaration?.Display is null },
            Aspect.Of("better", AspectKind.Meaning, metric.Better == Direction.None ? null : metric.Better.ToString().ToLowerInvariant()) with { IsDerived = declaration?.Members.OfType<BetterMember>().Any() != true },
            new("by", AspectKind.Meaning, metric.By is { } by ? By(by) : "", metric.By?.ToString() ?? "") { IsDerived = declaration?.By is null },
            Aspect.Of("label", AspectKind.Metadata, metric.Label),
            Aspect.Of("description", AspectKind.Metadata, metric.Description),
            Aspect.Of("owner", AspectKind.Metadata, metric.Owner),
            Aspect.Of("tags", AspectKind.Metadata, string.Join(", ", metric.Tags)),
        ];
        return at.Form(DeclarationKind.Metric, metric.Name, place, Values(at, metric, written).Concat(said)) with { Metric = metric, Label = metric.Label };
    }

    private static WrittenForm Written(Declared at, MetricSymbol metric, MetricDeclaration declaration)
    {
        var forms = at.Written(metric.QualifiedName);
        if (declaration.PerStepOf is { } funnel)
        {
            string member = at.Text(declaration.Value);
            string step = metric.Name.Substring(declaration.Name.Text.Length + 1);
            return new WrittenForm("per step", [forms.Path(funnel), WrittenForm.Leaf(step), WrittenForm.Leaf(member)], $"{funnel.Text}.{step}.{member}");
        }

        var part = declaration.Parts.FirstOrDefault(p => metric.Name == $"{declaration.Name.Text}.{p.Name.Text}");
        return forms.Of(part?.Value ?? declaration.Value);
    }

    private static string Sample(Declared at, MetricSymbol metric) => metric.Sample is { } sample
        ? Digest.Of("sample", at.Meanings.Measures.Visit(sample.ResponseRate), CanonicalSources.Of(sample.Asked), sample.IsProportion ? "proportion" : null)
        : "";

    private static string By(ColumnSymbol column) => column.Condition is { } condition
        ? Digest.Of("segment", CanonicalSources.Of(column.Source), CanonicalRows.Of(condition))
        : CanonicalSources.Column(column);

    private static string? Words(Display? display) => display switch
    {
        null => null,
        { Kind: DisplayKind.Score, Base: not 0 } => $"score of {NumberText.Of(display.Base)}",
        { Kind: DisplayKind.Per } => $"per {NumberText.Of(display.Base)}",
        _ => display.Kind.ToString().ToLowerInvariant(),
    };
}
