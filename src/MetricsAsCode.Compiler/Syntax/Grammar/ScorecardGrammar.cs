using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>scorecard q3 "Blinkit, Q3 2026" for 2026-Q3 { … }</c></summary>
internal static class ScorecardGrammar
{
    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("scorecard")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from of in Tokens.Word("for")
        from period in PeriodGrammar.Period
        select new Heading(label, period);

    private static readonly Parser<(int Count, GrainSyntax Grain)> Trend =
        from count in Tokens.WholeNumber
        from grain in PeriodGrammar.Grain
        select (count, grain);

    private static readonly Parser<Func<TextSpan, ScorecardMember>> Section =
        Tokens.Phrase("north star").Select(_ => SectionOf("north star"))
        .XOr(Tokens.Word("objectives").Select(_ => SectionOf("objectives")))
        .XOr(Tokens.Word("metrics").Select(_ => SectionOf("metrics")))
        .XOr(Tokens.Word("journey").Select(_ => SectionOf("journey")));

    private static readonly Parser<Func<TextSpan, ScorecardMember>> Metric =
        from metric in PathGrammar.Path
        from dimension in Tokens.Word("by").Then(_ => PathGrammar.Path).OrNull()
        from top in Tokens.Word("top").Then(_ => Tokens.WholeNumber).OrNone()
        select (Func<TextSpan, ScorecardMember>)(span => new ShowMetric(metric, dimension, top, span));

    private static readonly MemberTable<ScorecardMember> Members = new(
        "scorecard",
        MemberRule<ScorecardMember>.Line("trend", Trend, (x, span) => new TrendSyntax(x.Count, x.Grain, span)),
        MemberRule<ScorecardMember>.Line(
            "show", Section.XOr(Metric).Labelled("`north star`, `objectives`, `journey`, `metrics` or a metric"), (show, span) => show(span), mayRepeat: true),
        MemberRule<ScorecardMember>.Line("template", Tokens.Text, (file, span) => new TemplateSyntax(file, span)));

    /// <summary>A scorecard whose first line cannot be read is left out: nothing refers to it.</summary>
    public static ScorecardDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        reading.NeedsBlock(member, read is not null);
        var members = Members.Read(member.Body, reading);
        return read is null || member.NameAt(1) is not { } name ? null
            : new ScorecardDeclaration(name, read.Label, read.For, members, member.Description, member.Span);
    }

    private static Func<TextSpan, ScorecardMember> SectionOf(string words) => span => new ShowSection(words, span);

    private sealed record Heading(TextExpression? Label, PeriodSyntax For);
}
