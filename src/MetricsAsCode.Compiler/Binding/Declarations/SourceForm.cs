using System.Text;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A piece of a file as people read it: comments left out, white space folded to one blank.</summary>
internal static class SourceForm
{
    public static string Of(SyntaxNode node, SyntaxTree tree)
    {
        var text = new StringBuilder();
        int at = node.Span.Start;
        foreach (var comment in tree.Comments.Where(c => node.Span.Contains(c)).OrderBy(c => c.Start))
        {
            text.Append(tree.Text.Content, at, comment.Start - at);
            at = comment.End;
        }

        text.Append(tree.Text.Content, at, Math.Max(0, node.Span.End - at));
        return string.Join(" ", text.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }
}
