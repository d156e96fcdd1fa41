using System.Text;
using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Cli.Listing;

/// <summary>The module and file whose declarations are listed.</summary>
internal sealed partial record Listed(ModuleSymbol Module, SyntaxTree Tree)
{
    public string File => Tree.Text.Path;

    public int Line(TextSpan span) => Tree.Text.PositionOf(span.Start).Line;

    public Declared Entry(string kind, DeclarationSyntax declaration, string id, TextExpression? label, TextSpan? formula = null) =>
        new(Module.Name, kind, id, label?.Value, formula is { } span ? Written(span) : null, File, Line(declaration.Span)) { Description = declaration.Description };

    /// <summary>The text of a span without its comments, white space folded.</summary>
    public string Written(TextSpan span)
    {
        var text = new StringBuilder();
        int from = span.Start;
        foreach (var comment in Tree.Comments.Where(span.Contains))
        {
            text.Append(Tree.Text.Slice(TextSpan.FromBounds(from, comment.Start))).Append(' ');
            from = comment.End;
        }

        text.Append(Tree.Text.Slice(TextSpan.FromBounds(from, span.End)));
        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
