using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>A named condition on rows, e.g. <c>segment metro "Metro cities" = customers.city in ["Delhi", "Mumbai"]</c>.</summary>
public sealed record SegmentDeclaration(Identifier Name, TextExpression? Label, ExpressionSyntax Value, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span);
