using System.Collections.Immutable;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>
/// Arguments and what may follow each: <c>ARG [where C]… [among C] [per K | each G]</c>, or <c>t by a, b back 2</c>.
/// Commas behind <c>by</c> belong to it: the functions that know it take one argument.
/// </summary>
internal static class ArgumentGrammar
{
    private static readonly Parser<ExpressionSyntax> Among = Tokens.Word("among").Then(_ => ExpressionGrammar.Plain);

    private static readonly Parser<Tail> Per =
        Tokens.Word("per").Then(_ => ExpressionGrammar.Value).Select(entity => new Tail(Per: entity));

    private static readonly Parser<Tail> Each =
        Tokens.Word("each").Then(_ => PeriodGrammar.Grain).Select(grain => new Tail(Each: grain));

    private static readonly Parser<Tail> By =
        from _ in Tokens.Word("by")
        from columns in PathGrammar.ValuePath.BetweenCommas()
        from back in Tokens.Word("back").Then(_ => NumberGrammar.Plain).OrNull()
        select new Tail(By: columns, Back: back);

    private static readonly Parser<ArgumentSyntax> Argument =
        (from value in CohortGrammar.Offset.Unspoken().XOr(ExpressionGrammar.Expression)
         from among in Among.Unspoken().OrNull()
         from tail in Per.XOr(Each.Unspoken()).XOr(By.Unspoken()).XOr(Parse.Return(new Tail()))
         select (value, among, tail))
        .Node((x, span) => new ArgumentSyntax(x.value, x.among, x.tail.Per, x.tail.Each, x.tail.Columns, x.tail.Back, span));

    public static readonly Parser<ArgumentList> InParentheses =
        from open in Tokens.Symbol("(")
        from arguments in Argument.BetweenCommas().XOr(Parse.Return(ImmutableArray<ArgumentSyntax>.Empty))
        from close in Tokens.Symbol(")")
        select new ArgumentList(arguments);

    internal sealed record ArgumentList(ImmutableArray<ArgumentSyntax> Items);

    /// <summary>What stands behind an argument; at most one of <c>per</c>, <c>each</c> and <c>by</c>.</summary>
    private sealed record Tail(
        ExpressionSyntax? Per = null, GrainSyntax? Each = null, ImmutableArray<PathSyntax>? By = null, NumberExpression? Back = null)
    {
        public ImmutableArray<PathSyntax> Columns => By ?? [];
    }
}
