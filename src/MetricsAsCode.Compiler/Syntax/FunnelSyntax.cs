using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>funnel checkout "Checkout" by events.session_id within 1 day { step cart = events where name = add_to_cart … }</c></summary>
public sealed record FunnelDeclaration(
    Identifier Name,
    TextExpression? Label,
    PathSyntax? By,
    NumberExpression? Within,
    ImmutableArray<FunnelStepSyntax> Steps,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span);

/// <summary><c>step paid "Order placed" = events where name = order_placed</c></summary>
public sealed record FunnelStepSyntax(Identifier Name, TextExpression? Label, ExpressionSyntax Rows, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>cohort joiners "New customers" by customers starting joined_at returning in delivered</c></summary>
public sealed record CohortDeclaration(
    Identifier Name,
    TextExpression? Label,
    PathSyntax? By,
    PathSyntax? Starting,
    ExpressionSyntax Returning,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span);

/// <summary><c>days 1..30</c>, <c>day 30</c>, <c>weeks 4..</c>: how many units after a start. <paramref name="To"/> is null for an open end.</summary>
public sealed record OffsetExpression(Grain Grain, NumberExpression From, NumberExpression? To, TextSpan Span) : ExpressionSyntax(Span);
