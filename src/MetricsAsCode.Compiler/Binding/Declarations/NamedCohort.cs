using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A cohort, bound when it is first asked for.</summary>
internal sealed class NamedCohort(CohortDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    private readonly Dictionary<Grain, List<MetricSymbol>> triangles = [];
    private bool isBound;
    private CohortSymbol? symbol;

    public override Named In(ModuleNames view) => new NamedCohort(declaration, tree, view);

    /// <summary>The cohort; null when it is in error, which is reported.</summary>
    public CohortSymbol? Bound(Location usedAt)
    {
        module.Session.Use($"{module.Name}.{declaration.Name.Text}");
        if (!isBound)
        {
            symbol = module.Session.Once<CohortSymbol?>($"{module.Name}.{declaration.Name.Text}", usedAt, Bind, null);
            isBound = true;
        }

        return symbol;
    }

    /// <summary>The metrics of a triangle's columns, the same ones for every scorecard that shows it.</summary>
    public ImmutableArray<MetricSymbol> Triangle(CohortSymbol cohort, Grain grain, int columns)
    {
        if (!triangles.TryGetValue(grain, out var known))
        {
            triangles.Add(grain, known = []);
        }

        known.AddRange(CohortBinder.Triangle(cohort, grain, known.Count, columns));
        return [.. known.Take(columns)];
    }

    /// <summary>The metrics of all triangles that are shown.</summary>
    public IEnumerable<MetricSymbol> Triangles => triangles.OrderBy(t => t.Key).SelectMany(t => t.Value);

    private CohortSymbol? Bind() => CohortBinder.Bind(declaration, new Scope(module, tree, module.Findings));
}
