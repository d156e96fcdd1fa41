using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>A top-level declaration. <paramref name="Description"/> is the text of its <c>///</c> lines, or null.</summary>
public abstract record DeclarationSyntax(Identifier Name, string? Description, TextSpan Span) : SyntaxNode(Span);

/// <summary>A named rows, set, number or condition, e.g. <c>let delivered = orders where status = delivered</c>.</summary>
public sealed record LetDeclaration(Identifier Name, ExpressionSyntax Value, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span);

/// <summary>A typed function that is expanded where it is called, e.g. <c>define churn(active set) = size(active over previous except active) / size(active over previous)</c>.</summary>
public sealed record DefineDeclaration(Identifier Name, ImmutableArray<ParameterSyntax> Parameters, ExpressionSyntax Body, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span);

/// <summary><c>active set</c>, <c>x number</c>, <c>tickets rows with created_at timestamp, agent text</c>. <paramref name="Kind"/> is the word as written.</summary>
public sealed record ParameterSyntax(Identifier Name, Identifier Kind, ImmutableArray<ColumnSyntax> With, TextSpan Span) : SyntaxNode(Span);

/// <summary>A named, documented formula, e.g. <c>metric aov "Average order value" as money = revenue / count(orders) { better higher }</c>.</summary>
public sealed record MetricDeclaration(
    Identifier Name,
    TextExpression? Label,
    DisplaySyntax? Display,
    GrainSyntax? Every,
    PathSyntax? By,
    ExpressionSyntax Value,
    ImmutableArray<MetricMember> Members,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span)
{
    /// <summary>The named parts of <c>metric mrr_movements parts { new = …; churned = … }</c>, each a metric; the metric itself then has no value.</summary>
    public ImmutableArray<PartSyntax> Parts { get; init; } = [];

    /// <summary>Whether it is written with <c>parts</c>.</summary>
    public bool HasParts { get; init; }

    /// <summary>The funnel of <c>per step of signup</c>: a part for each of its steps.</summary>
    public PathSyntax? PerStepOf { get; init; }
}

/// <summary><c>new "New" = sum(movements.amount where kind = new)</c>: a part of a metric.</summary>
public sealed record PartSyntax(Identifier Name, TextExpression? Label, ExpressionSyntax Value, string? Description, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>as percent</c>, <c>as score of 5</c>, <c>as per 1000</c>: the word and, for the last two, its number.</summary>
public sealed record DisplaySyntax(Identifier Word, NumberExpression? Base, TextSpan Span) : SyntaxNode(Span);

public abstract record MetricMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>better lower</c></summary>
public sealed record BetterMember(Identifier Direction, TextSpan Span) : MetricMember(Span);

/// <summary><c>owner "growth@blinkit.example"</c></summary>
public sealed record OwnerMember(TextExpression Owner, TextSpan Span) : MetricMember(Span);

/// <summary><c>tags [retention, okr]</c></summary>
public sealed record TagsMember(ImmutableArray<Identifier> Tags, TextSpan Span) : MetricMember(Span);
