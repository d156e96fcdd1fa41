using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Where a key result is to get: <c>from A to B</c>, <c>decrease by 20%</c>, <c>at least 90%</c>, <c>between A and B</c>, <c>reach N</c>, <c>done</c>.</summary>
internal static class TargetGrammar
{
    private static readonly Parser<TargetSyntax> FromTo =
        (from _ in Tokens.Word("from")
         from start in ExpressionGrammar.Value
         from to in Tokens.Word("to")
         from goal in ExpressionGrammar.Value
         select (start, goal))
        .Node((x, span) => (TargetSyntax)new FromToTarget(x.start, x.goal, span));

    private static readonly Parser<TargetSyntax> Change =
        (from direction in Tokens.Word("increase").XOr(Tokens.Word("decrease"))
         from _ in Tokens.Word("by")
         from step in ExpressionGrammar.Value
         from baseline in Tokens.Word("versus").Then(_ => PeriodGrammar.Period).OrNull()
         select (direction, step, baseline))
        .Node((x, span) => (TargetSyntax)new ChangeTarget(x.direction.IsWord("increase"), x.step, x.baseline, span));

    private static readonly Parser<TargetSyntax> Level =
        (from form in Tokens.Phrase("at least").Select(_ => LevelForm.AtLeast)
            .XOr(Tokens.Phrase("at most").Select(_ => LevelForm.AtMost))
            .XOr(Tokens.Word("reach").Select(_ => LevelForm.Reach))
         from level in ExpressionGrammar.Value
         select (form, level))
        .Node((x, span) => (TargetSyntax)new LevelTarget(x.form, x.level, span));

    private static readonly Parser<TargetSyntax> Between =
        (from _ in Tokens.Word("between")
         from low in ExpressionGrammar.Value
         from and in Tokens.Word("and")
         from high in ExpressionGrammar.Value
         select (low, high))
        .Node((x, span) => (TargetSyntax)new BetweenTarget(x.low, x.high, span));

    private static readonly Parser<TargetSyntax> Done = Tokens.Word("done").Select(word => (TargetSyntax)new DoneTarget(word.Span));

    public static readonly Parser<TargetSyntax> Target =
        FromTo.XOr(Change).XOr(Level).XOr(Between).XOr(Done.Unspoken()).Labelled("a target such as `from 50% to 60%`, `decrease by 20%` or `at least 90%`");
}
