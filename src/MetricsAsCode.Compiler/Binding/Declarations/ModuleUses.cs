using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Which modules use which, as far as it decides the currency of a module that has no product.</summary>
internal static class ModuleUses
{
    /// <summary>Whether a declaration names something of a module: a source that it is like, or a metric, source or function in a formula.</summary>
    public static bool Names(DeclarationSyntax declaration, string module) => Paths(declaration).Any(p => p.Parts.Length > 1 && p.First.Text == module);

    private static IEnumerable<PathSyntax> Paths(DeclarationSyntax declaration) => declaration switch
    {
        SourceDeclaration { Like: { } like } => [like],
        LetDeclaration d => ExpressionPaths.In(d.Value, withFunctions: true),
        MetricDeclaration d => ExpressionPaths.In(d.Value, withFunctions: true),
        _ => [],
    };
}
