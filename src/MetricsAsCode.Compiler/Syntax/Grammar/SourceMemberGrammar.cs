using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Members of a source that say what all its rows are: <c>valid from …</c>, <c>every month</c>, <c>sample of …</c>. Columns may go by these words too.</summary>
internal static class SourceMemberGrammar
{
    private static readonly Parser<SourceMember> Lifetime =
        (from _ in Tokens.Word("valid")
         from __ in Tokens.Word("from")
         from start in Tokens.Name.Labelled("the column in which a row's life begins")
         from through in Tokens.Word("to").Select(_ => false).XOr(Tokens.Word("through").Select(_ => true))
         from end in Tokens.Name.Labelled("the column in which a row's life ends")
         select (start, through, end))
        .Node((x, span) => (SourceMember)new LifetimeSyntax(x.start, x.end, x.through, span));

    private static readonly Parser<SourceMember> RowGrain =
        Tokens.Word("every").Then(_ => PeriodGrammar.Grain).Node((grain, span) => (SourceMember)new RowGrainSyntax(grain, span));

    private static readonly Parser<SourceMember> Sample =
        (from _ in Tokens.Word("sample")
         from __ in Tokens.Word("of")
         from rows in ExpressionGrammar.Expression
         from ___ in Tokens.Word("via")
         from key in Tokens.Name.Labelled("the column that says whose answer a row is")
         select (rows, key))
        .Node((x, span) => (SourceMember)new SampleSyntax(x.rows, x.key, span));

    /// <summary>The grammar of the member; null when it is a column. No type is called <c>from</c>, <c>of</c> or like a unit of time.</summary>
    public static Parser<SourceMember>? Of(Member member) =>
        member.First.IsWord("valid") && Second(member, "from") && !IsText(member, 2) ? Lifetime
        : member.First.IsWord("every") && Second(member, "day", "week", "month", "quarter", "year") ? RowGrain
        : member.First.IsWord("sample") && Second(member, "of") ? Sample
        : null;

    private static bool Second(Member member, params string[] words) => member.Header.Length > 1 && words.Any(member.Header[1].IsWord);

    private static bool IsText(Member member, int index) => member.Header.Length > index && member.Header[index].Kind == Lexing.TokenKind.Text;
}
