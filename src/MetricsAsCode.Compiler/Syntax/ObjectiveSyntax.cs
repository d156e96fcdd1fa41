using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>objective customer_retention "Increase customer retention" during 2026-Q3 { … }</c></summary>
public sealed record ObjectiveDeclaration(
    Identifier Name,
    TextExpression? Label,
    PeriodSyntax? During,
    ImmutableArray<ObjectiveMember> Members,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span);

public abstract record ObjectiveMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>owner "growth"</c></summary>
public sealed record ObjectiveOwner(TextExpression Owner, TextSpan Span) : ObjectiveMember(Span);

/// <summary><c>initiative "Cart abandonment reminders" for repeat, churn</c>; the key results may be left out.</summary>
public sealed record InitiativeSyntax(TextExpression Label, ImmutableArray<Identifier> For, TextSpan Span) : ObjectiveMember(Span);

/// <summary>
/// <c>key result churn "Reduce churn by at least 20%" = churn_rate decrease by 20% weight 2 { … }</c>; one without <c>=</c> has an <see cref="ErrorExpression"/>, the
/// target <see cref="NeedsTarget"/> and its needs among the members.
/// </summary>
public sealed record KeyResultSyntax(
    Identifier Name,
    TextExpression? Label,
    ExpressionSyntax Value,
    TargetSyntax Target,
    NumberExpression? Weight,
    ImmutableArray<KeyResultMember> Members,
    string? Description,
    TextSpan Span) : ObjectiveMember(Span);

public abstract record KeyResultMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>metrics retention_rate_30d, csat</c>: the metrics that support the key result.</summary>
public sealed record SupportingMetrics(ImmutableArray<PathSyntax> Metrics, TextSpan Span) : KeyResultMember(Span);

/// <summary><c>need chatbot_csat at least 90%</c>: one of several things that a key result takes.</summary>
public sealed record NeedSyntax(ExpressionSyntax Value, TargetSyntax Target, TextSpan Span) : KeyResultMember(Span);

/// <summary><c>strategy "Reactivation offers"</c></summary>
public sealed record StrategySyntax(TextExpression Label, TextSpan Span) : KeyResultMember(Span);

/// <summary><c>owner "growth"</c></summary>
public sealed record KeyResultOwner(TextExpression Owner, TextSpan Span) : KeyResultMember(Span);

public abstract record TargetSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Stands where a target could not be read.</summary>
public sealed record ErrorTarget(TextSpan Span) : TargetSyntax(Span);

/// <summary><c>from 50% to 60%</c></summary>
public sealed record FromToTarget(ExpressionSyntax From, ExpressionSyntax To, TextSpan Span) : TargetSyntax(Span);

/// <summary><c>increase by 20%</c> or <c>decrease by 5 points</c>, with <c>versus 2026-Q1</c> for another baseline than the period before.</summary>
public sealed record ChangeTarget(bool IsIncrease, ExpressionSyntax By, PeriodSyntax? Versus, TextSpan Span) : TargetSyntax(Span);

public enum LevelForm
{
    /// <summary><c>at least 90%</c></summary>
    AtLeast,

    /// <summary><c>at most 3 hours</c></summary>
    AtMost,

    /// <summary><c>reach 50_000</c></summary>
    Reach,
}

public sealed record LevelTarget(LevelForm Form, ExpressionSyntax Level, TextSpan Span) : TargetSyntax(Span);

/// <summary><c>between 80% and 90%</c></summary>
public sealed record BetweenTarget(ExpressionSyntax Low, ExpressionSyntax High, TextSpan Span) : TargetSyntax(Span);

/// <summary><c>launches done</c>: a milestone, reached once there is such a row.</summary>
public sealed record DoneTarget(TextSpan Span) : TargetSyntax(Span);

/// <summary>Stands for the target of a key result that is made of needs.</summary>
public sealed record NeedsTarget(TextSpan Span) : TargetSyntax(Span);
