using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>test "a customer who skips a month has churned" for 2026-06 as of 2026-06-15 { … }</c>. <see cref="DeclarationSyntax.Name"/> is the keyword.</summary>
public sealed record TestDeclaration(
    Identifier Name,
    TextExpression Label,
    PeriodSyntax For,
    PeriodSyntax? AsOf,
    ImmutableArray<TestMember> Members,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span);

public abstract record TestMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>given orders</c> and the table below it.</summary>
public sealed record GivenSyntax(PathSyntax Source, TableSyntax Table, TextSpan Span) : TestMember(Span);

/// <summary>Lines of cells between bars; the first line names the columns.</summary>
public sealed record TableSyntax(ImmutableArray<CellSyntax> Header, ImmutableArray<TableRowSyntax> Rows, TextSpan Span) : SyntaxNode(Span);

public sealed record TableRowSyntax(ImmutableArray<CellSyntax> Cells, TextSpan Span) : SyntaxNode(Span);

/// <summary>A cell's text without the blanks around it, <c>\|</c> made a bar. Null is an empty cell: missing; <c>""</c> is empty text.</summary>
public sealed record CellSyntax(string? Text, TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// <c>expect churn_rate = 50%</c>, <c>expect revenue by customers.country [Germany] = 30 USD within 0.1%</c>,
/// <c>expect growth.revenue score = 0.5</c>, <c>expect aov caveat "…"</c>.
/// </summary>
/// <param name="Member">The group, part or step in brackets: a name or a text.</param>
/// <param name="Aspect"><c>score</c>, <c>status</c>, <c>target</c>, <c>caveat</c>, or null for the value.</param>
/// <param name="Value">The expected value; null for <c>no value</c>. A status is a <see cref="NameExpression"/> or a text.</param>
/// <param name="Within">The tolerance, or null for the default.</param>
public sealed record ExpectSyntax(
    PathSyntax Subject,
    PathSyntax? By,
    ExpressionSyntax? Member,
    Identifier? Aspect,
    ExpressionSyntax? Value,
    NumberExpression? Within,
    TextSpan Span) : TestMember(Span);
