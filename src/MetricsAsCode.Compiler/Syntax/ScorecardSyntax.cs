using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>scorecard q3 "Blinkit, Q3 2026" for 2026-Q3 { … }</c></summary>
public sealed record ScorecardDeclaration(
    Identifier Name,
    TextExpression? Label,
    PeriodSyntax For,
    ImmutableArray<ScorecardMember> Members,
    string? Description,
    TextSpan Span) : DeclarationSyntax(Name, Description, Span);

public abstract record ScorecardMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>trend 12 weeks</c></summary>
public sealed record TrendSyntax(int Count, GrainSyntax Grain, TextSpan Span) : ScorecardMember(Span);

/// <summary><c>template "q3.hbs"</c></summary>
public sealed record TemplateSyntax(TextExpression File, TextSpan Span) : ScorecardMember(Span);

/// <summary><c>show north star</c>, <c>show objectives</c>, <c>show metrics</c>: the words joined by a space.</summary>
public sealed record ShowSection(string Section, TextSpan Span) : ScorecardMember(Span);

/// <summary><c>show aov by customers.city top 5</c></summary>
public sealed record ShowMetric(PathSyntax Metric, PathSyntax? By, int? Top, TextSpan Span) : ScorecardMember(Span);
