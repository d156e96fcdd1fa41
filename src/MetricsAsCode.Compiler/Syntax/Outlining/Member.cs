using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Outlining;

/// <summary>A declaration or a member of one, as the tokens it consists of and the block behind them. A header has at least one token.</summary>
internal sealed record Member(ImmutableArray<Token> Header, Block? Body)
{
    /// <summary>The lines of a table behind the block; empty when there is none.</summary>
    public ImmutableArray<Token> Table { get; init; } = [];

    public Token First => Header[0];

    public TextSpan HeaderSpan => First.Span.To(Header[Header.Length - 1].Span);

    public TextSpan Span => !Table.IsEmpty ? HeaderSpan.To(Table[Table.Length - 1].Span) : Body is null ? HeaderSpan : HeaderSpan.To(Body.Span);

    /// <summary>The text of the <c>///</c> lines above, or null.</summary>
    public string? Description => First.Docs.IsEmpty ? null : string.Join("\n", First.Docs.Select(d => d.Text));

    /// <summary>The name at a place of the header; what is left of a declaration whose rest cannot be read.</summary>
    public Identifier? NameAt(int index) =>
        index < Header.Length && Header[index] is { Kind: TokenKind.Name or TokenKind.QuotedName } token
            ? new Identifier(token.Value, token.Kind == TokenKind.QuotedName, token.Span)
            : null;
}

/// <summary>What stands between braces. An end that is missing is an empty span.</summary>
internal sealed record Block(TextSpan Open, ImmutableArray<Member> Members, TextSpan Close)
{
    public TextSpan Span => Open.To(Close);
}
