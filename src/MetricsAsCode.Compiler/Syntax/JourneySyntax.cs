using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary><c>journey "User journey" { stage awareness "Awareness" { … } }</c>: a module's journey. <see cref="DeclarationSyntax.Name"/> is the keyword.</summary>
public sealed record JourneyDeclaration(Identifier Name, TextExpression Label, ImmutableArray<StageSyntax> Stages, string? Description, TextSpan Span)
    : DeclarationSyntax(Name, Description, Span);

/// <summary><c>stage awareness "Awareness &amp; Discovery" { does "Sees an ad", "Installs the app"; metrics app_install_rate }</c></summary>
public sealed record StageSyntax(Identifier Name, TextExpression? Label, ImmutableArray<StageMember> Members, string? Description, TextSpan Span) : SyntaxNode(Span);

public abstract record StageMember(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>does "Sees an ad", "Installs the app"</c></summary>
public sealed record StageDoes(ImmutableArray<TextExpression> Steps, TextSpan Span) : StageMember(Span);

/// <summary><c>metrics app_install_rate, organic_paid_ratio</c></summary>
public sealed record StageMetrics(ImmutableArray<PathSyntax> Metrics, TextSpan Span) : StageMember(Span);
