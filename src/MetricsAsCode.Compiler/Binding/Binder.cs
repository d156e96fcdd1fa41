using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding;

internal static class Binder
{
    public static BoundProgram Bind(ImmutableArray<SyntaxTree> trees) => throw new NotImplementedException(trees.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
