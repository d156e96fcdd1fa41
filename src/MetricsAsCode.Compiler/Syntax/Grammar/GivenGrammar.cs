using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>given orders</c> and the lines of a table below it.</summary>
internal static class GivenGrammar
{
    private static readonly Parser<Token> Row = Tokens.One("a table such as `| order_id | status |`", t => t.Kind == TokenKind.TableRow);

    private static readonly Parser<Table> Header =
        from _ in Tokens.Word("given")
        from source in PathGrammar.Path
        from head in Row
        from rows in Row.Unspoken().Repeated()
        select new Table(source, rows.Insert(0, head));

    public static TestMember? Read(Member member, Reading reading) =>
        reading.Line(member, Header) is { } read && TableReader.Read(read.Rows, reading) is { } table
            ? new GivenSyntax(read.Source, table, member.HeaderSpan)
            : null;

    private sealed record Table(PathSyntax Source, ImmutableArray<Token> Rows);
}
