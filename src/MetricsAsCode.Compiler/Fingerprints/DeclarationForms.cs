using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>Every declaration of a compilation as far as it can change.</summary>
public sealed class DeclarationForms
{
    private readonly Dictionary<string, DeclarationForm> byKey = new(StringComparer.Ordinal);

    private DeclarationForms(IEnumerable<DeclarationForm> all)
    {
        All = [.. all.OrderBy(d => d.Module, StringComparer.Ordinal).ThenBy(d => d.Kind).ThenBy(d => d.Name, StringComparer.Ordinal)];
        foreach (var form in All.Where(f => !byKey.ContainsKey(f.Key)))
        {
            byKey.Add(form.Key, form);
        }
    }

    /// <summary>By module, kind and name.</summary>
    public ImmutableArray<DeclarationForm> All { get; }

    /// <param name="program">A program without errors.</param>
    /// <param name="trees">Its files.</param>
    /// <param name="contentOf">What a scorecard's template holds, by the file of the scorecard and the template as written there; null where it cannot be known.</param>
    public static DeclarationForms Of(BoundProgram program, IEnumerable<SyntaxTree> trees, Func<string, string, string?>? contentOf = null)
    {
        var declared = program.Modules
            .SelectMany(m => trees.Where(t => t.Module?.Text == m.Name).SelectMany(t => t.Declarations.Select(d => (Module: m, Tree: t, Declaration: d))))
            .ToList();
        var names = new DeclaredNames(program, declared.Select(d => (d.Module, d.Declaration)));
        var meanings = new Meanings();
        var forms = declared.SelectMany(d => Of(new Declared(d.Module, d.Tree, names, meanings), d.Declaration, contentOf)).ToList();
        // What a name inside a function or condition means may be declared behind it.
        return new DeclarationForms(forms.Select(f => f.Kind is DeclarationKind.Let or DeclarationKind.Define or DeclarationKind.Segment ? WithMeaning(f, meanings.Of(f.Key)) : f));
    }

    public DeclarationForm? Find(string key) => byKey.TryGetValue(key, out var form) ? form : null;

    private static DeclarationForm WithMeaning(DeclarationForm form, string meaning) =>
        form with { Aspects = [.. form.Aspects.Select(a => a.Name == "meaning" ? a with { Digest = meaning } : a)] };

    private static IEnumerable<DeclarationForm> Of(Declared at, DeclarationSyntax declaration, Func<string, string, string?>? contentOf) => declaration switch
    {
        ProductDeclaration => [ProductForms.Of(at)],
        SourceDeclaration d => [SourceForms.Of(at, d)],
        LetDeclaration d => [FormulaForms.Of(at, d)],
        DefineDeclaration d => [FormulaForms.Of(at, d)],
        SegmentDeclaration d => [FormulaForms.Of(at, d)],
        MetricDeclaration d => MetricForms.Of(at, d),
        FunnelDeclaration d => FollowingForms.Of(at, d),
        CohortDeclaration d => FollowingForms.Of(at, d),
        ObjectiveDeclaration d => ObjectiveForms.Of(at, d),
        JourneyDeclaration d => [ReportForms.Of(at, d)],
        ScorecardDeclaration d => [ReportForms.Of(at, d, contentOf)],
        _ => [],
    };
}
