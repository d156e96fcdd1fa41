using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Which modules use which, as far as it decides the currency of a module that has no product.</summary>
internal static class ModuleUses
{
    /// <summary>The first words of qualified names in a declaration, of which some are modules: a source that it is like, or a metric, source or function in a formula.</summary>
    public static IEnumerable<string> Of(DeclarationSyntax declaration) => Paths(declaration).Where(p => p.Parts.Length > 1).Select(p => p.First.Text);

    private static IEnumerable<PathSyntax> Paths(DeclarationSyntax declaration) => declaration switch
    {
        SourceDeclaration { Like: { } like } => [like],
        LetDeclaration d => ExpressionPaths.In(d.Value, withFunctions: true),
        MetricDeclaration d => ExpressionPaths.In(d.Value, withFunctions: true),
        _ => [],
    };
}
