using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>
/// <c>source orders from csv "data/orders.csv" { … }</c>, <c>source ratings like support.surveys from json "ratings.jsonl"</c>,
/// and <c>source checkins from table { … }</c> with its rows below.
/// </summary>
internal static class SourceGrammar
{
    private static readonly Parser<(Identifier Format, TextExpression Place)> Literal =
        Tokens.WordOf(["table"]).Select(word => (word, new TextExpression("", word.Span.After)));

    private static readonly Parser<(Identifier Format, TextExpression Place)> File =
        from format in Tokens.Name.Labelled("a format such as `csv`")
        from place in Tokens.Text
        select (format, place);

    private static readonly Parser<OriginSyntax> Origin =
        Tokens.Word("from").Then(_ => Literal.Unspoken().XOr(File)).Node((x, span) => new OriginSyntax(x.Format, x.Place, span));

    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("source")
        from name in Tokens.Name
        from like in Tokens.Word("like").Unspoken().Then(_ => PathGrammar.Path).OrNull()
        from origin in Origin
        from rows in Tokens.One("a line of a table", t => t.Kind == TokenKind.TableRow).Unspoken().Repeated()
        select new Heading(like, origin, rows);

    public static SourceDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        if (read?.Like is null)
        {
            reading.NeedsBlock(member, read is not null);
        }

        var members = ReadMembers(member.Body, reading);
        return member.NameAt(1) is not { } name ? null
            : read is null ? new SourceDeclaration(name, Unread(member.HeaderSpan.After), members, member.Description, member.Span)
            : new SourceDeclaration(name, read.Origin, members, member.Description, member.Span) { Like = read.Like, Table = ReadTable(read, member, reading) };
    }

    private static TableSyntax? ReadTable(Heading heading, Member member, Reading reading)
    {
        var rows = heading.Rows.AddRange(member.Table);
        bool isLiteral = heading.Origin.Format.Text == "table";
        if (isLiteral && rows.IsEmpty)
        {
            reading.Report((member.Body?.Span ?? member.HeaderSpan).After, SyntaxErrors.TableExpected);
        }
        else if (!isLiteral && !rows.IsEmpty)
        {
            reading.Report(rows[0].Span, at => SyntaxErrors.NoTableHere(at, heading.Origin.Format.Text));
        }

        return isLiteral && !rows.IsEmpty ? TableReader.Read(rows, reading) : null;
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

    private sealed record Heading(PathSyntax? Like, OriginSyntax Origin, ImmutableArray<Token> Rows);
}
