using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Mutation;

/// <summary>One small change to a definition, as a mistaken author would make it.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Declaration">What is changed, e.g. <c>aov</c> or <c>growth.revenue</c>.</param>
/// <param name="Span">The piece that is replaced.</param>
/// <param name="Replacement">What stands there instead; empty when it is left out.</param>
/// <param name="Operator">What kind of change it is.</param>
public sealed record Mutation(SyntaxTree Tree, string Declaration, TextSpan Span, string Replacement, MutationOperator Operator)
{
    public string Module => Tree.Module?.Text ?? "";

    public Location Location => new(Tree.Text, Span);

    /// <summary>The change in words, on one line: <c>`a / b` becomes `b / a`</c>.</summary>
    public string Change
    {
        get
        {
            string before = OnOneLine(Tree.Text.Slice(Span));
            return Replacement.Length == 0 ? $"`{before}` is left out" : $"`{before}` becomes `{OnOneLine(Replacement)}`";
        }
    }

    /// <summary>The file with the change.</summary>
    public SourceText Applied()
    {
        string content = Tree.Text.Content;
        return new SourceText(Tree.Text.Path, string.Concat(content.AsSpan(0, Span.Start), Replacement, content.AsSpan(Span.End)));
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Kinds of changes.</summary>
public enum MutationOperator
{
    /// <summary><c>a / b</c> becomes <c>b / a</c>, <c>a except b</c> becomes <c>b except a</c>.</summary>
    SwapOperands,

    /// <summary><c>+</c> becomes <c>-</c>, <c>and</c> becomes <c>or</c>, <c>intersect</c> becomes <c>union</c>.</summary>
    OtherOperator,

    /// <summary><c>&lt;</c> becomes <c>&lt;=</c>: a boundary moves by one value.</summary>
    Boundary,

    /// <summary>A <c>where</c>, <c>among</c>, <c>dated</c>, window or grain is left out.</summary>
    LeaveOut,

    /// <summary>A condition becomes its opposite.</summary>
    Negate,

    /// <summary><c>count</c> becomes <c>distinct</c>, <c>sum</c> becomes <c>avg</c>.</summary>
    OtherFunction,

    /// <summary><c>over ever</c> becomes <c>over all before</c>, <c>at start</c> becomes <c>at end</c>.</summary>
    OtherWindow,

    /// <summary>A number grows by one in its last digit.</summary>
    OtherNumber,

    /// <summary>One of several values, columns or steps is left out, or two steps change places.</summary>
    OtherList,

    /// <summary><c>as percent</c> becomes <c>as number</c>.</summary>
    OtherUnit,

    /// <summary><c>at least</c> becomes <c>at most</c>, <c>from a to b</c> becomes <c>from b to a</c>.</summary>
    OtherTarget,
}
