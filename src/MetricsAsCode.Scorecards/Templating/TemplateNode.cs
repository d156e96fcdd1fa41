using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>A part of a template that says something; plain text between is not kept.</summary>
internal abstract record TemplateNode(TextSpan Span);

/// <summary><c>{{value.text}}</c>, <c>{{cell label}}</c></summary>
internal sealed record WriteNode(TemplateExpression Written, TextSpan Span) : TemplateNode(Span);

/// <summary><c>{{#each rows as |row|}} … {{else}} … {{/each}}</c>; <c>{{else if x}}</c> is a block in what is otherwise.</summary>
/// <param name="Word"><c>if</c>, <c>unless</c>, <c>each</c> or <c>with</c>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Names">What stands behind <c>as</c>.</param>
/// <param name="Body">What is written for it.</param>
/// <param name="Otherwise">What is written without it.</param>
internal sealed record BlockNode(
    string Word, TemplateExpression Subject, ImmutableArray<string> Names, ImmutableArray<TemplateNode> Body, ImmutableArray<TemplateNode> Otherwise, TextSpan Span) : TemplateNode(Span);

/// <summary><c>{{> objective}}</c>, <c>{{> metrics metrics}}</c></summary>
internal sealed record UseNode(string Part, TemplateExpression? Context, TextSpan Span) : TemplateNode(Span);

/// <summary><c>{{#*inline "row"}} … {{/inline}}</c>: a part of the template's own.</summary>
internal sealed record InlineNode(string Part, ImmutableArray<TemplateNode> Body, TextSpan Span) : TemplateNode(Span);
