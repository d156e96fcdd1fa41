using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>A piece of what was written, with the place where it stands.</summary>
public abstract record SyntaxNode(TextSpan Span);

/// <summary>A name as written; <c>`at`</c> quotes a keyword, and <see cref="Text"/> is what stands between the backticks.</summary>
public sealed record Identifier(string Text, bool IsQuoted, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Nothing is written here (a column's type, a source's format); that is reported, and what depends on it is silent.</summary>
    public bool IsMissing => Text.Length == 0;
}

/// <summary>Names joined by dots, e.g. <c>support.csat</c> or <c>customer_id.city</c>.</summary>
public sealed record PathSyntax(ImmutableArray<Identifier> Parts, TextSpan Span) : SyntaxNode(Span)
{
    public Identifier First => Parts[0];

    public Identifier Last => Parts[Parts.Length - 1];

    public string Text => string.Join(".", Parts.Select(p => p.Text));
}
