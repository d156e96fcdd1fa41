using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>A word of the text.</summary>
/// <param name="Value">What it says: a name without backticks, digits without underscores, text without quotes and escapes, else as written.</param>
public sealed record Token(TokenKind Kind, string Value, TextSpan Span)
{
    /// <summary>Nothing but blanks stands before it on its line.</summary>
    public bool StartsLine { get; init; }

    /// <summary>Something is wrong inside it, and has been reported.</summary>
    public bool IsBroken { get => field || Kind == TokenKind.Bad; init; }

    /// <summary>The unit of time that a <see cref="TokenKind.Period"/> names.</summary>
    public UnitPeriod? Period { get; init; }

    /// <summary>The <c>///</c> lines between the token before and this one.</summary>
    public ImmutableArray<DocLine> Docs { get; init; } = [];

    public bool IsWord(string word) => Kind == TokenKind.Name && string.Equals(Value, word, StringComparison.Ordinal);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && string.Equals(Value, symbol, StringComparison.Ordinal);
}

/// <summary>One <c>///</c> comment; <paramref name="Text"/> is what it says.</summary>
public sealed record DocLine(string Text, TextSpan Span);
