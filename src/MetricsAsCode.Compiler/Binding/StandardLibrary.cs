using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>The module <c>std</c>, written in the language and shipped inside the compiler.</summary>
public static class StandardLibrary
{
    private static readonly Lazy<SyntaxTree> Parsed = new(() => Parser.Parse(new SourceText("std.metrics", Embedded.Read("std.metrics"))));

    public static SyntaxTree Tree => Parsed.Value;
}
