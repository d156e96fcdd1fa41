using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>What stands for a value in a template.</summary>
internal abstract record TemplateExpression(TextSpan Span);

/// <summary><c>"text"</c>, <c>12</c>, <c>true</c>, <c>null</c></summary>
internal sealed record LiteralExpression(string Value, bool IsText, TextSpan Span) : TemplateExpression(Span);

/// <summary><c>../period.name</c>, <c>this</c>, <c>@index</c></summary>
/// <param name="Ups">How many <c>../</c> it begins with.</param>
/// <param name="Data">The name behind <c>@</c>; null without one.</param>
/// <param name="Steps">The names, with their places.</param>
/// <param name="Written">As it was written.</param>
internal sealed record PathExpression(int Ups, string? Data, ImmutableArray<PathStep> Steps, string Written, TextSpan Span) : TemplateExpression(Span);

/// <summary>One name of a path.</summary>
internal readonly record struct PathStep(string Name, TextSpan Span);

/// <summary><c>cell label</c>, <c>(metric "churn_rate")</c></summary>
internal sealed record CallExpression(string Helper, TextSpan HelperSpan, ImmutableArray<TemplateExpression> Arguments, TextSpan Span) : TemplateExpression(Span);
