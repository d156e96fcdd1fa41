using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>product "Blinkit" { … }</c>: the module's name, goals and calendar. <see cref="DeclarationSyntax.Name"/> is the keyword.</summary>
public sealed record ProductDeclaration(Identifier Name, TextExpression Label, ImmutableArray<ProductMember> Members, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span);

public abstract record ProductMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>goal "…"</c>, <c>vision</c>, <c>value</c> (repeatable), <c>timezone</c>, <c>locale</c>: a keyword and a text.</summary>
public sealed record ProductText(Identifier Keyword, TextExpression Value, TextSpan Span) : ProductMember(Span);

/// <summary><c>currency INR</c>, <c>week starts monday</c>, <c>year starts april</c>: the (first) keyword and a word.</summary>
public sealed record ProductWord(Identifier Keyword, Identifier Value, TextSpan Span) : ProductMember(Span);

/// <summary><c>as of from orders, events</c></summary>
public sealed record ProductAsOf(ImmutableArray<PathSyntax> Sources, TextSpan Span) : ProductMember(Span);

/// <summary><c>north star monthly_retention_rate</c></summary>
public sealed record ProductNorthStar(PathSyntax Metric, TextSpan Span) : ProductMember(Span);

/// <summary><c>on track 90%</c> or <c>at risk 60%</c>: a status threshold; the words joined by a space.</summary>
public sealed record ProductThreshold(string Status, NumberExpression Value, TextSpan Span) : ProductMember(Span);
