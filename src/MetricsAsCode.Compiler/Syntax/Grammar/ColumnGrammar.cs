using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>A column's line, e.g. <c>rating integer? in 1..5</c>, or the borrowed <c>time order_id.order_date</c>. Any word names a column.</summary>
internal static class ColumnGrammar
{
    private static readonly Parser<Part<ColumnSyntax>> Attribute =
        Part.Of<ColumnSyntax>("key", c => c with { IsKey = true })
        .XOr(Part.Of<ColumnSyntax>("time", c => c with { IsTime = true }))
        .XOr(Part.Of("->", PathGrammar.Path, (ColumnSyntax c, PathSyntax target) => c with { References = target }))
        .XOr(Part.Of("in", MembershipGrammar.Closed, (ColumnSyntax c, ExpressionSyntax values) => c with { In = values }))
        .XOr(Part.Of("from", Tokens.Text, (ColumnSyntax c, TextExpression name) => c with { From = name }))
        .XOr(Part.Of("zone", Tokens.Text, (ColumnSyntax c, TextExpression zone) => c with { Zone = zone }))
        .Labelled("`key`, `time`, `->`, `in`, `from`, `zone`");

    private static readonly Parser<ColumnLine> Column =
        from name in Tokens.Name
        from type in TypeGrammar.Type
        from attributes in Attribute.Repeated()
        select new ColumnLine(type, attributes);

    private static readonly Parser<BorrowedTime> Borrowed =
        Tokens.Word("time").Then(_ => PathGrammar.Path).Node((path, span) => new BorrowedTime(path, span));

    public static SourceMember? Read(Member member, Reading reading)
    {
        reading.NoBlock(member);
        var line = member with { Body = null };
        return IsBorrowedTime(member) ? reading.Line(line, Borrowed)
            : SourceMemberGrammar.Of(member) is { } other ? reading.Line(line, other)
            : ReadColumn(member, reading);
    }

    private static ColumnSyntax? ReadColumn(Member member, Reading reading)
    {
        var read = reading.Header(member, Column);
        if (member.NameAt(0) is not { } name)
        {
            return null;
        }

        var type = read?.Type ?? Unread(member.HeaderSpan.After);
        var column = new ColumnSyntax(name, type, false, false, null, null, null, null, member.Description, member.HeaderSpan);
        return reading.Fold(column, read?.Attributes ?? []);
    }

    /// <summary>A <c>time</c> with a path behind it; a column may be called <c>time</c> as well.</summary>
    private static bool IsBorrowedTime(Member member) =>
        member.First.IsWord("time") && member.Header.Length > 2 && member.Header[2].IsSymbol(".");

    private static TypeSyntax Unread(TextSpan span) => new(new Identifier("", false, span), null, null, false, span);

    private sealed record ColumnLine(TypeSyntax Type, ImmutableArray<Part<ColumnSyntax>> Attributes);
}
