using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Binds the declarations of one module, step by step.</summary>
internal sealed class ModuleBinder
{
    private readonly ImmutableArray<(DeclarationSyntax Declaration, SyntaxTree Tree)> declarations;
    private readonly ModuleNames names;
    private readonly List<SourceBinder> sourceBinders = [];
    private readonly List<SourceSymbol> sources = [];
    private readonly List<NamedLet> lets = [];
    private readonly List<NamedSegment> segments = [];
    private readonly List<NamedMetric> metrics = [];
    private readonly List<NamedDefine> defines = [];
    private readonly List<NamedFunnel> funnels = [];
    private readonly List<NamedCohort> cohorts = [];
    private readonly Lazy<HashSet<string>> uses;
    private ImmutableArray<ObjectiveSymbol> objectives = [];
    private ImmutableArray<ScorecardSymbol> scorecards = [];
    private ImmutableArray<TestSymbol> tests = [];

    public ModuleBinder(string name, ImmutableArray<SyntaxTree> trees, BindingSession session)
    {
        names = new ModuleNames(name, session);
        session.Modules.Add(name, names);
        declarations = [.. trees.SelectMany(t => t.Declarations.Select(d => (d, t)))];
        uses = new(() => [.. declarations.SelectMany(d => ModuleUses.Of(d.Declaration))]);
    }

    public string Name => names.Name;

    private DiagnosticBag Findings => names.Session.Findings;

    public void Declare()
    {
        BindProduct();
        foreach (var (declaration, tree) in declarations)
        {
            Declare(declaration, tree);
        }
    }

    /// <summary>A module without product takes the currency of those that use it, when that is one.</summary>
    public void TakeCurrency(IEnumerable<ModuleBinder> others)
    {
        if (names.Product.Location is not null)
        {
            return;
        }

        var currencies = others.Where(o => o.uses.Value.Contains(Name)).Select(o => o.names.Product.Currency).Where(c => c is not null).Distinct().ToArray();
        if (currencies.Length == 1)
        {
            names.UsedWith(currencies[0]!);
        }
    }

    public void BindColumns() => sourceBinders.ForEach(s => s.BindColumns());

    public void BindReferences() => sourceBinders.ForEach(s =>
    {
        s.BindReferences();
        s.BindStates();
    });

    public void BindTimes() => sourceBinders.ForEach(s => s.BindTime());

    public void BindTables() => sourceBinders.ForEach(s => s.BindTable());

    public void BindSamples() => sourceBinders.ForEach(s => s.BindSample());

    public void BindDefinitions()
    {
        defines.ForEach(d => d.IsSound());
        lets.ForEach(l => l.Bind(l.Location));
        segments.ForEach(s => s.Meaning(s.Location));
        metrics.ForEach(m => m.Bound(m.Location));
        funnels.ForEach(f => f.Bound(f.Location));
        cohorts.ForEach(c => c.Bound(c.Location));
        foreach (var (declaration, tree) in Of<ProductDeclaration>().Take(1))
        {
            names.Product = ProductBinder.BindReferences(declaration, names.Product, ScopeOf(tree));
        }
    }

    public void BindObjectives()
    {
        Once(Of<ObjectiveDeclaration>());
        objectives = [.. Of<ObjectiveDeclaration>().Select(o => ObjectiveBinder.Bind(o.Declaration, ScopeOf(o.Tree)))];
    }

    public void BindReports()
    {
        var journeys = Of<JourneyDeclaration>().ToArray();
        foreach (var (again, tree) in journeys.Skip(1))
        {
            Findings.Add(NameErrors.DeclaredTwice(tree.At(again.Name), "journey", journeys[0].Tree.At(journeys[0].Declaration.Name)));
        }

        names.Journey = journeys.Take(1).Select(j => JourneyBinder.Bind(j.Declaration, ScopeOf(j.Tree))).FirstOrDefault();

        Once(Of<ScorecardDeclaration>());
        scorecards = [.. Of<ScorecardDeclaration>().Select(s => ScorecardBinder.Bind(s.Declaration, ScopeOf(s.Tree)))];
        foreach (var ((declaration, tree), scorecard) in Of<ScorecardDeclaration>().Zip(scorecards, static (written, bound) => (written, bound)))
        {
            ScorecardBaselines.Check(declaration, scorecard, objectives, ScopeOf(tree));
        }

        foreach (var same in Of<TestDeclaration>().GroupBy(t => t.Declaration.Label.Value, StringComparer.Ordinal))
        {
            foreach (var (again, tree) in same.Skip(1).Where(t => t.Declaration.Label.Value.Length > 0))
            {
                Findings.Add(NameErrors.DeclaredTwice(tree.At(again.Label), again.Label.Value, same.First().Tree.At(same.First().Declaration.Label)));
            }
        }

        tests = [.. Of<TestDeclaration>().Select(t => TestBinder.Bind(t.Declaration, objectives, ScopeOf(t.Tree)))];
    }

    public ModuleSymbol Result()
    {
        var boundFunnels = funnels.Select(f => f.Bound(f.Location)).Where(f => f is not null).Select(f => f!).ToImmutableArray();
        var boundCohorts = cohorts.Select(c => c.Bound(c.Location)).Where(c => c is not null).Select(c => c!).ToImmutableArray();
        var members = boundFunnels.SelectMany(f => f.Members).Concat(boundCohorts.Select(c => c.Size)).Concat(cohorts.SelectMany(c => c.Triangles));
        return new(Name, names.Product, [.. sources], [.. metrics.Select(m => m.Symbol).Concat(members)], objectives, scorecards, tests)
        {
            Lets = [.. lets.Select(l => l.Symbol)],
            Journey = names.Journey,
            Segments = [.. segments.Select(g => g.Symbol).Where(g => g is not null).Select(g => g!)],
            Funnels = boundFunnels,
            Cohorts = boundCohorts,
        };
    }

    /// <summary>What nothing uses is most likely a slip; with errors about, the use may be what is missing.</summary>
    public void ReportUnused()
    {
        if (Findings.HasErrors)
        {
            return;
        }

        SameFormulas.Report(metrics.Select(m => m.Symbol), Findings);
        foreach (var let in lets.Where(l => !l.IsUsed))
        {
            Findings.Add(NameErrors.NeverUsed(let.Location, let.Name));
        }
    }

    private void BindProduct()
    {
        var products = Of<ProductDeclaration>().ToArray();
        foreach (var (again, tree) in products.Skip(1))
        {
            Findings.Add(NameErrors.DeclaredTwice(tree.At(again.Name), "product", products[0].Tree.At(products[0].Declaration.Name)));
        }

        foreach (var (declaration, tree) in products.Take(1))
        {
            names.Product = ProductBinder.Bind(declaration, ScopeOf(tree));
        }
    }

    private void Declare(DeclarationSyntax declaration, SyntaxTree tree)
    {
        switch (declaration)
        {
            case SourceDeclaration source:
                var symbol = SourceBinder.Declare(source, names, tree);
                if (Add(source, tree, new NamedSource(symbol)))
                {
                    sources.Add(symbol);
                    var binder = new SourceBinder(source, symbol, ScopeOf(tree));
                    sourceBinders.Add(binder);
                    names.Session.Sources.Add(symbol, binder);
                }

                break;
            case LetDeclaration let:
                var named = new NamedLet(let, tree, names);
                if (Add(let, tree, named))
                {
                    lets.Add(named);
                }

                break;
            case SegmentDeclaration segment:
                var namedSegment = new NamedSegment(segment, tree, names);
                if (Add(segment, tree, namedSegment))
                {
                    segments.Add(namedSegment);
                }

                break;
            case MetricDeclaration { PerStepOf: not null } metric:
                DeclareParts(PartsOfSteps.Of(metric, Of<FunnelDeclaration>().Select(f => f.Declaration), ScopeOf(tree)), tree);
                break;
            case MetricDeclaration { HasParts: true } metric:
                DeclareParts(metric, tree);
                break;
            case MetricDeclaration metric:
                var namedMetric = new NamedMetric(metric, tree, names);
                if (Add(metric, tree, namedMetric))
                {
                    metrics.Add(namedMetric);
                }

                break;
            case FunnelDeclaration funnel:
                var namedFunnel = new NamedFunnel(funnel, tree, names);
                if (Add(funnel, tree, namedFunnel))
                {
                    funnels.Add(namedFunnel);
                }

                break;
            case CohortDeclaration cohort:
                var namedCohort = new NamedCohort(cohort, tree, names);
                if (Add(cohort, tree, namedCohort))
                {
                    cohorts.Add(namedCohort);
                }

                break;
            case DefineDeclaration define:
                var function = new NamedDefine(define, tree, names);
                if (!Duplicate(names.Add(define.Name.Text, function), define, tree))
                {
                    defines.Add(function);
                }

                function.Check(ScopeOf(tree));
                break;
        }
    }

    private void DeclareParts(MetricDeclaration metric, SyntaxTree tree)
    {
        var named = new NamedParts(metric, tree, names);
        if (!Add(metric, tree, named))
        {
            return;
        }

        metrics.AddRange(named.Parts);
        foreach (var again in metric.Parts.GroupBy(p => p.Name.Text, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            Findings.Add(NameErrors.DeclaredTwice(tree.At(again.Name), again.Name.Text, named.Part(again.Name.Text)!.Location));
        }

        if (metric.Parts.IsEmpty && metric.PerStepOf is null)
        {
            Findings.Add(MetricErrors.NoParts(tree.At(metric.Name), metric.Name.Text));
        }
    }

    private bool Add(DeclarationSyntax declaration, SyntaxTree tree, Named named) =>
        !declaration.Name.IsMissing && !Duplicate(names.Add(declaration.Name.Text, named), declaration, tree);

    private bool Duplicate(Named? first, DeclarationSyntax declaration, SyntaxTree tree)
    {
        if (first is not null)
        {
            Findings.Add(NameErrors.DeclaredTwice(tree.At(declaration.Name), declaration.Name.Text, first.Location));
        }

        return first is not null;
    }

    /// <summary>Objectives and scorecards have names of their own, each once.</summary>
    private void Once<T>(IEnumerable<(T Declaration, SyntaxTree Tree)> all)
        where T : DeclarationSyntax
    {
        foreach (var same in all.GroupBy(d => d.Declaration.Name.Text, StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var (again, tree) in same.Skip(1))
            {
                Findings.Add(NameErrors.DeclaredTwice(tree.At(again.Name), again.Name.Text, first.Tree.At(first.Declaration.Name)));
            }
        }
    }

    private IEnumerable<(T Declaration, SyntaxTree Tree)> Of<T>()
        where T : DeclarationSyntax => declarations.Where(d => d.Declaration is T).Select(d => ((T)d.Declaration, d.Tree));

    private Scope ScopeOf(SyntaxTree tree) => new(names, tree, Findings);
}
