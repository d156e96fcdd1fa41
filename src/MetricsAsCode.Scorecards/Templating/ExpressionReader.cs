using System.Collections.Immutable;
using System.Globalization;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

// A word with something behind it calls a helper; alone it is a path, or a helper that takes nothing: what it means is settled when names are looked up.

/// <summary>Reads what stands in a tag: paths, literals, and calls of helpers.</summary>
internal sealed class ExpressionReader(SourceText text, TagTokens tokens, DiagnosticBag findings)
{
    private const int DeepestNesting = 8;

    private int depth;

    /// <summary>A call without parentheses, a path or a literal, up to the end of the tag or to <c>as</c>; null when there is none, which is reported.</summary>
    internal TemplateExpression? Written()
    {
        if (tokens.IsAtEnd)
        {
            findings.Add(TemplateErrors.Malformed(At(tokens.Current.Span), "The braces hold nothing", "Write a name between them"));
            return null;
        }

        return Call(static t => t.IsAtEnd);
    }

    /// <summary>One operand; null when there is none, which is reported.</summary>
    internal TemplateExpression? Operand()
    {
        if (tokens.IsGlued && !tokens.Current.Is(")"))
            findings.Add(TemplateErrors.Glued(At(tokens.Current.Span)));
        var token = tokens.Take();
        if (token.Is("("))
            return Inner(token);
        if (token.Kind == TagTokenKind.Text)
            return new LiteralExpression(token.Text, true, token.Span);
        if (token.Kind == TagTokenKind.Word)
            return Word(token);
        findings.Add(TemplateErrors.Malformed(At(token.Span), token.Kind == TagTokenKind.End ? "Something is missing here" : $"`{token.Text}` has no meaning here", "Write a name or a text in quotes"));
        return null;
    }

    /// <summary>Whether nothing is left; what is left is reported.</summary>
    internal bool Ends()
    {
        if (tokens.IsAtEnd)
            return true;
        findings.Add(tokens.Current.Is("=")
            ? TemplateErrors.NotSupported(At(tokens.Rest), "NAME=VALUE", "Give what the tag takes by its place")
            : TemplateErrors.Malformed(At(tokens.Rest), $"`{text.Slice(tokens.Rest)}` is too much here", "Remove it"));
        return false;
    }

    private TemplateExpression? Inner(TagToken open)
    {
        if (++depth > DeepestNesting)
        {
            findings.Add(TemplateErrors.OutOfBounds(At(open.Span), $"Parentheses stand in each other more than {DeepestNesting} deep", "Write less in one tag"));
            return null;
        }

        var call = Call(static t => t.IsAtEnd || t.Current.Is(")"));
        depth--;
        if (tokens.Current.Is(")"))
        {
            var span = open.Span.To(tokens.Take().Span);
            if (call is CallExpression)
                return call with { Span = span };
            if (call is not null)
                findings.Add(TemplateErrors.Malformed(At(span), "The parentheses hold no helper with what it takes", "Write the name without them"));
            return null;
        }

        if (call is not null)
            findings.Add(TemplateErrors.Unclosed(At(open.Span), "parenthesis", ")"));
        return null;
    }

    private TemplateExpression? Call(Func<TagTokens, bool> isDone)
    {
        if (Operand() is not { } head)
            return null;
        var arguments = ImmutableArray.CreateBuilder<TemplateExpression>();
        while (!isDone(tokens))
        {
            if (tokens.Current.Is("=") || tokens.Current.Is(")") || tokens.Current.Is("|"))
                return Ends() ? head : null;
            if (Operand() is not { } argument)
                return null;
            arguments.Add(argument);
        }

        if (arguments.Count == 0)
            return head;
        if (head is PathExpression { Ups: 0, Data: null, Steps: [var name] })
            return new CallExpression(name.Name, name.Span, arguments.ToImmutable(), name.Span.To(arguments[^1].Span));
        findings.Add(TemplateErrors.Malformed(At(head.Span), $"`{text.Slice(head.Span)}` is followed by something, but is no helper", "Write one thing in each tag"));
        return null;
    }

    private TemplateExpression? Word(TagToken token) => token.Text is "true" or "false" or "null" or "undefined" || IsNumber(token.Text)
        ? new LiteralExpression(token.Text, false, token.Span)
        : PathReader.Read(text, token, findings);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private Location At(TextSpan span) => new(text, span);
}
