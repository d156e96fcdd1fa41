using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler;

/// <summary>The front door: the files of a compilation in, the bound program out. Pure; the order of the files does not matter.</summary>
public static class Compilation
{
    public static BoundProgram Bind(IEnumerable<SyntaxTree> trees) => Binder.Bind(trees.ToImmutableArray());
}
