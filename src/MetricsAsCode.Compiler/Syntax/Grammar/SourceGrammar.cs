using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>source orders from csv "data/orders.csv" { … }</c></summary>
internal static class SourceGrammar
{
    private static readonly Parser<OriginSyntax> Origin =
        (from _ in Tokens.Word("from")
         from format in Tokens.Name.Labelled("a format such as `csv`")
         from place in Tokens.Text
         select (format, place))
        .Node((x, span) => new OriginSyntax(x.format, x.place, span));

    private static readonly Parser<OriginSyntax> Header =
        from _ in Tokens.Word("source")
        from name in Tokens.Name
        from origin in Origin
        select origin;

    public static SourceDeclaration? Read(Member member, Reading reading)
    {
        var origin = reading.Header(member, Header);
        reading.NeedsBlock(member, origin is not null);
        var members = ReadMembers(member.Body, reading);
        return member.NameAt(1) is { } name
            ? new SourceDeclaration(name, origin ?? Unread(member.HeaderSpan.After), members, member.Description, member.Span)
            : null;
    }

    private static ImmutableArray<SourceMember> ReadMembers(Block? body, Reading reading)
    {
        var members = ImmutableArray.CreateBuilder<SourceMember>();
        foreach (var member in body?.Members ?? [])
        {
            if (ColumnGrammar.Read(member, reading) is { } read)
            {
                members.Add(read);
            }
        }

        return members.ToImmutable();
    }

    private static OriginSyntax Unread(TextSpan span) => new(new Identifier("", false, span), new TextExpression("", span), span);
}
