using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>A typed table with a contract, e.g. <c>source orders from csv "data/orders.csv" { … }</c>.</summary>
public sealed record SourceDeclaration(Identifier Name, OriginSyntax Origin, ImmutableArray<SourceMember> Members, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span)
{
    /// <summary><c>like support.tickets</c>: the source whose columns this one takes over.</summary>
    public PathSyntax? Like { get; init; }

    /// <summary>The rows of a source <c>from table</c>.</summary>
    public TableSyntax? Table { get; init; }
}

/// <summary><c>from csv "data/orders.csv"</c>: the format's word and where the rows lie; the place of a literal table is empty.</summary>
public sealed record OriginSyntax(Identifier Format, TextExpression Place, TextSpan Span) : SyntaxNode(Span);

public abstract record SourceMember(TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// One column, e.g. <c>rating integer? in 1..5</c> or <c>customer_id text -> customers</c>.
/// <paramref name="In"/> is a <see cref="ListExpression"/> or a <see cref="RangeExpression"/>; <paramref name="From"/> is another name in the file.
/// </summary>
public sealed record ColumnSyntax(
    Identifier Name,
    TypeSyntax Type,
    bool IsKey,
    bool IsTime,
    PathSyntax? References,
    ExpressionSyntax? In,
    TextExpression? From,
    TextExpression? Zone,
    string? Description,
    TextSpan Span) : SourceMember(Span);

/// <summary><c>text</c>, <c>integer?</c>, <c>decimal(4)</c>, <c>money USD</c>, <c>money(4) USD</c>.</summary>
public sealed record TypeSyntax(Identifier Name, int? Scale, Identifier? Currency, bool IsOptional, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>time order_id.order_date</c>: the rows borrow the time along a reference.</summary>
public sealed record BorrowedTime(PathSyntax Path, TextSpan Span) : SourceMember(Span);

/// <summary><c>valid from started_on to ended_on</c>, or <c>through ended_on</c>: the rows live from the one to the other.</summary>
public sealed record LifetimeSyntax(Identifier From, Identifier To, bool IsThrough, TextSpan Span) : SourceMember(Span);

/// <summary><c>every month</c>: a row stands for a whole unit of time.</summary>
public sealed record RowGrainSyntax(GrainSyntax Grain, TextSpan Span) : SourceMember(Span);

/// <summary><c>sample of tickets where survey_sent_at is known via ticket_id</c>: the rows are a self-selected sample of others.</summary>
public sealed record SampleSyntax(ExpressionSyntax Rows, Identifier Via, TextSpan Span) : SourceMember(Span);
