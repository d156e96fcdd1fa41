using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Syntax;

/// <summary>Short ways to read a piece of the language; each asserts that nothing was wrong with it.</summary>
internal static class Read
{
    public static SyntaxTree Tree(string text) => Parser.Parse(new SourceText("test.metrics", text));

    /// <summary>The findings in a module with this text, as <c>MAC1020 `foo`</c>: the id and what stands at the place.</summary>
    public static string[] Findings(string text) => [.. Tree("module m\n" + text).Diagnostics.Select(d => $"{d.Id} `{d.Location.Text.Slice(d.Location.Span)}`")];

    public static T Declaration<T>(string text)
        where T : DeclarationSyntax => Declarations(text).ShouldHaveSingleItem().ShouldBeOfType<T>();

    public static IReadOnlyList<DeclarationSyntax> Declarations(string text)
    {
        var tree = Tree("module m\n" + text);
        tree.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        return tree.Declarations;
    }

    public static ExpressionSyntax Expression(string text) => Declaration<LetDeclaration>("let x = " + text).Value;

    /// <summary>An expression with all its parentheses, see <see cref="Written"/>.</summary>
    public static string Shape(string text) => Written.Of(Expression(text));
}
