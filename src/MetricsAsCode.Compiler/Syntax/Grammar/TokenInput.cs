using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>A place among the tokens of one header: what lets Sprache's combinators walk tokens instead of characters. One object per place, so that places compare by identity.</summary>
internal sealed class TokenInput : IInput
{
    private readonly TokenInput?[] places;
    private readonly ImmutableArray<Token> tokens;
    private Dictionary<object, object>? memos;

    private TokenInput(ImmutableArray<Token> tokens, int position, TokenInput?[] places, Furthest furthest)
    {
        this.tokens = tokens;
        this.places = places;
        Position = position;
        Furthest = furthest;
    }

    public static TokenInput StartOf(ImmutableArray<Token> tokens) => new(tokens, 0, new TokenInput?[tokens.Length + 1], new Furthest());

    public int Position { get; }

    public Furthest Furthest { get; }

    /// <summary>The token at this place; null at the end.</summary>
    public Token? Token => AtEnd ? null : tokens[Position];

    /// <summary>The token before this place; null at the start.</summary>
    public Token? Before => Position == 0 ? null : tokens[Position - 1];

    public bool AtEnd => Position == tokens.Length;

    public IInput Advance() => places[Position + 1] ??= new TokenInput(tokens, Position + 1, places, Furthest);

    public Token? Ahead(int count) => Position + count < tokens.Length ? tokens[Position + count] : null;

    /// <summary>From this place to a later one; empty when nothing was read between.</summary>
    public TextSpan SpanTo(TokenInput later) =>
        later.Position > Position ? tokens[Position].Span.To(tokens[later.Position - 1].Span)
        : Before?.Span.After ?? new TextSpan(tokens[0].Span.Start, 0);

    public bool Equals(IInput other) => ReferenceEquals(this, other);

    string IInput.Source => "";

    char IInput.Current => '\0';

    int IInput.Line => 0;

    int IInput.Column => 0;

    IDictionary<object, object> IInput.Memos => memos ??= [];
}
