using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A metric, bound when it is first asked for. One that is another metric and nothing else is shown, stepped and judged like that one, unless it says otherwise.</summary>
/// <param name="partOf">The name of the metric that it is a part of.</param>
internal sealed class NamedMetric(MetricDeclaration declaration, SyntaxTree tree, ModuleNames module, string? partOf = null) : Named(tree.At(declaration.Name))
{
    private bool isBound;

    public MetricSymbol Symbol { get; } = new(
        module.Name, declaration.Name.Text, declaration.Label?.Value, declaration.Description, SourceForm.Of(declaration.Value, tree), tree.At(declaration.Name))
    {
        PartOf = partOf,
    };

    public override Named In(ModuleNames view) => new NamedMetric(declaration, tree, view, partOf);

    public MetricSymbol Bound(Location usedAt)
    {
        module.Session.Use(Symbol.QualifiedName);
        if (!isBound)
        {
            isBound = module.Session.Once(Symbol.QualifiedName, usedAt, Bind, fallback: false);
        }

        return Symbol;
    }

    private bool Bind()
    {
        var scope = new Scope(module, tree, module.Findings);
        var body = NumberBinder.BindNumber(declaration.Value, scope);
        if (body.Unit.Kind == UnitKind.Condition)
        {
            body = scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(declaration.Value), "a condition", "a number", "Write `share(… per KEY)`, or `if … then … else …`."));
        }

        body = CalendarCheck.Fits(body, declaration.Value, scope) && StateCheck.Fits(body, declaration.Value, scope) ? body : Measure.Error;
        var shown = DisplayBinder.Bind(declaration.Display, body.Unit, scope);
        var same = (body as MetricMeasure)?.Metric;
        MetricFacts.Complete(Symbol, body, (shown.Display ?? same?.Display, shown.Unit), declaration.Every?.Grain ?? same?.Every ?? (body as EveryMeasure)?.Grain);
        Symbol.Terms = TermsUsed.In(declaration.Value, body, module);
        Symbol.AliasOf = declaration.Value is NameExpression ? same : null;
        Symbol.Better = same?.Better ?? Direction.None;
        MetricMembers.Bind(Symbol, declaration.Members, scope);
        if (declaration.By is { } by)
        {
            Symbol.By = MetricReferences.Breakdown(by, Symbol, scope);
        }

        return true;
    }
}
