using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Anything that stands for a value, rows, a set or a condition. What it is, the binder finds out.</summary>
public abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Stands where an expression could not be read; what refers to it is silent.</summary>
public sealed record ErrorExpression(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A name or a path, e.g. <c>delivered</c> or <c>orders.amount</c>.</summary>
public sealed record NameExpression(PathSyntax Path) : ExpressionSyntax(Path.Span);

/// <summary>How a number was written.</summary>
public enum NumberForm
{
    /// <summary><c>12</c>, <c>1_000</c>, <c>2.5</c></summary>
    Plain,

    /// <summary><c>20%</c></summary>
    Percent,

    /// <summary><c>5 points</c>, hundredths</summary>
    Points,

    /// <summary><c>12 per 1000</c>; the unit is the base as written</summary>
    Per,

    /// <summary><c>500 INR</c>; the unit is the currency</summary>
    Money,

    /// <summary><c>30 days</c>; the unit is the word as written, singular or plural</summary>
    Duration,
}

/// <summary>A number with what was written behind it. <paramref name="Digits"/> has no underscores; a sign is a <see cref="UnaryExpression"/>.</summary>
public sealed record NumberExpression(string Digits, NumberForm Form, string? Unit, TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>"text"</c> or <c>"""long text"""</c>, unescaped.</summary>
public sealed record TextExpression(string Value, TextSpan Span) : ExpressionSyntax(Span);

public sealed record BooleanExpression(bool Value, TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A date or a period used as a value, e.g. <c>2026-07-01</c>.</summary>
public sealed record PeriodExpression(PeriodSyntax Period) : ExpressionSyntax(Period.Span);

public sealed record ParenthesizedExpression(ExpressionSyntax Inner, TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>(orders where status = delivered).amount</c>: a column of rows that stand in parentheses.</summary>
public sealed record ColumnOfExpression(ParenthesizedExpression Rows, PathSyntax Column) : ExpressionSyntax(Rows.Span.To(Column.Span));

public enum UnaryOperator
{
    Negate,
    Not,
}

public sealed record UnaryExpression(UnaryOperator Operator, ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span);

public enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Union,
    Except,
    Intersect,
    Add,
    Subtract,
    Multiply,
    Divide,
}

public sealed record BinaryExpression(BinaryOperator Operator, TextSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Left.Span.To(Right.Span));

/// <summary><c>[placed, delivered]</c>, only opposite <c>in</c>.</summary>
public sealed record ListExpression(ImmutableArray<ExpressionSyntax> Items, TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>1..5</c>, both ends included, only opposite <c>in</c>.</summary>
public sealed record RangeExpression(ExpressionSyntax Low, ExpressionSyntax High) : ExpressionSyntax(Low.Span.To(High.Span));

/// <summary><c>x in [a, b]</c>, <c>x not in 1..5</c>, <c>customer_id in active</c>.</summary>
public sealed record InExpression(ExpressionSyntax Operand, bool IsNegated, ExpressionSyntax Choices) : ExpressionSyntax(Operand.Span.To(Choices.Span));

/// <summary><c>x is missing</c> or <c>x is known</c>.</summary>
public sealed record IsExpression(ExpressionSyntax Operand, bool Missing, TextSpan Span) : ExpressionSyntax(Span);

public sealed record IfExpression(ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else, TextSpan Span) : ExpressionSyntax(Span);

/// <summary><c>NAME(…)</c>: an aggregate, a built-in function, a define, or another module's metric over own sources.</summary>
public sealed record CallExpression(PathSyntax Function, ImmutableArray<ArgumentSyntax> Arguments, TextSpan Span) : ExpressionSyntax(Span);

/// <summary>
/// One argument and what may follow it: <c>ARG [where C]… [among C] [per K | each G]</c>, or <c>t by a, b back 2</c>.
/// A <c>where</c> stays inside <paramref name="Value"/> as a <see cref="WhereExpression"/>.
/// </summary>
public sealed record ArgumentSyntax(
    ExpressionSyntax Value,
    ExpressionSyntax? Among,
    ExpressionSyntax? Per,
    GrainSyntax? Each,
    ImmutableArray<PathSyntax> By,
    NumberExpression? Back,
    TextSpan Span) : SyntaxNode(Span);

/// <summary><c>orders where status = delivered</c>; on a number it restricts every aggregate in it.</summary>
public sealed record WhereExpression(ExpressionSyntax Operand, ExpressionSyntax Condition) : ExpressionSyntax(Operand.Span.To(Condition.Span));

/// <summary><c>tickets dated resolved_at</c>: the rows with another time.</summary>
public sealed record DatedExpression(ExpressionSyntax Operand, PathSyntax Time) : ExpressionSyntax(Operand.Span.To(Time.Span));

/// <summary><c>active over previous</c>, <c>accounts at end</c>.</summary>
public sealed record WindowExpression(ExpressionSyntax Operand, WindowSyntax Window) : ExpressionSyntax(Operand.Span.To(Window.Span));
