using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A metric with named parts: each is a metric of its own, <c>mrr_movements.new</c>; together they have no value.</summary>
internal sealed class NamedParts(MetricDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    public string Name => declaration.Name.Text;

    public ImmutableArray<NamedMetric> Parts { get; } =
        [.. declaration.Parts.GroupBy(p => p.Name.Text, StringComparer.Ordinal).Select(g => new NamedMetric(OnePart(declaration, g.First()), tree, module, declaration.Name.Text))];

    /// <summary>The parts as they are named elsewhere.</summary>
    public IEnumerable<string> PartNames => Parts.Select(p => p.Symbol.Name);

    public override Named In(ModuleNames view) => new NamedParts(declaration, tree, view);

    public NamedMetric? Part(string name) => Parts.FirstOrDefault(p => p.Symbol.Name == $"{Name}.{name}");

    /// <summary>A part is shown, stepped and judged as the whole says.</summary>
    private static MetricDeclaration OnePart(MetricDeclaration whole, PartSyntax part) => whole with
    {
        Name = new Identifier($"{whole.Name.Text}.{part.Name.Text}", false, part.Name.Span),
        Label = part.Label ?? new TextExpression($"{whole.Label?.Value ?? whole.Name.Text}: {part.Name.Text.Replace('_', ' ')}", part.Name.Span),
        Value = part.Value,
        Description = part.Description ?? whole.Description,
        HasParts = false,
        Parts = [],
        Span = part.Span,
    };
}
