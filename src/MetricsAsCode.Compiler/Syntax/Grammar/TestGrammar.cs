using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>test "a customer who skips a month has churned" for 2026-06 as of 2026-06-15 { … }</c></summary>
internal static class TestGrammar
{
    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("test")
        from label in Tokens.Text
        from of in Tokens.Word("for")
        from period in PeriodGrammar.Period
        from asOf in Tokens.Phrase("as of").Then(_ => PeriodGrammar.Date).OrNull()
        select new Heading(label, period, asOf);

    private static readonly MemberTable<TestMember> Members = new(
        "test",
        new("given", GivenGrammar.Read, MayRepeat: true),
        new("expect", (member, reading) => reading.Line(member, ExpectGrammar.Expect), MayRepeat: true));

    /// <summary>A test whose first line cannot be read is left out: nothing refers to it.</summary>
    public static TestDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        reading.NeedsBlock(member, read is not null);
        var members = Members.Read(member.Body, reading);
        return read is null ? null
            : new TestDeclaration(member.NameAt(0)!, read.Label, read.For, read.AsOf, members, member.Description, member.Span);
    }

    private sealed record Heading(TextExpression Label, PeriodSyntax For, PeriodSyntax? AsOf);
}
