using System.Globalization;
using MetricsAsCode.Compiler.Syntax.Lexing;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Parsers of single tokens and of phrases of keywords.</summary>
internal static class Tokens
{
    public static readonly Parser<Identifier> Name = Named("a name", IsName);

    /// <summary>A name where a value may stand: the words of expressions need backticks there.</summary>
    public static readonly Parser<Identifier> ValueName =
        Named("a name", t => t.Kind == TokenKind.QuotedName || (t.Kind == TokenKind.Name && !Keywords.OfExpressions.Contains(t.Value)));

    public static readonly Parser<Identifier> Currency = Named("a currency such as `INR`", IsCurrency);

    public static readonly Parser<TextExpression> Text =
        One("a text in quotes", t => t.Kind == TokenKind.Text).Select(t => new TextExpression(t.Value, t.Span));

    /// <summary>From 1, as counts of units are.</summary>
    public static readonly Parser<int> WholeNumber =
        One("a whole number", t => t.Kind == TokenKind.Number && ToInt(t.Value) > 0).Select(t => ToInt(t.Value));

    public static readonly Parser<int> ScaleNumber =
        One("a whole number", t => t.Kind == TokenKind.Number && ToInt(t.Value) >= 0).Select(t => ToInt(t.Value));

    public static readonly Parser<Token> End = input => input.AtEnd
        ? Result.Success(((TokenInput)input).Before!, input)
        : Fail<Token>((TokenInput)input, new Expectation("a new line"));

    public static Parser<Token> One(string phrase, Func<Token, bool> matches) => One(new Expectation(phrase), matches);

    public static Parser<Token> Symbol(string symbol) => One($"`{symbol}`", t => t.IsSymbol(symbol));

    public static Parser<Token> Word(string word) => One(Expectation.OfWord(word), t => t.IsWord(word));

    /// <summary>One of a closed list of words.</summary>
    public static Parser<Identifier> WordOf(IEnumerable<string> words) =>
        words.Select(Word).Aggregate((all, one) => all.XOr(one)).Select(ToIdentifier);

    /// <summary>Words in a row, all of them or nothing: <c>at start</c> beside <c>at least</c>.</summary>
    public static Parser<Token> Phrase(string words)
    {
        string[] parts = words.Split(' ');
        return input =>
        {
            var place = (TokenInput)input;
            for (int i = 0; i < parts.Length; i++)
            {
                if (place.Ahead(i) is not { } token || !token.IsWord(parts[i]))
                {
                    return Fail<Token>(place, Expectation.OfWord(words));
                }
            }

            return Result.Success(place.Token!, parts.Aggregate(input, (at, _) => at.Advance()));
        };
    }

    public static bool IsName(Token token) => token.Kind is TokenKind.Name or TokenKind.QuotedName;

    public static bool IsCurrency(Token token) =>
        token.Kind == TokenKind.Name && token.Value.Length == 3 && token.Value.All(c => c is >= 'A' and <= 'Z');

    private static Parser<Token> One(Expectation expectation, Func<Token, bool> matches) => input =>
    {
        var place = (TokenInput)input;
        return place.Token is { } token && matches(token)
            ? Result.Success(token, place.Advance())
            : Fail<Token>(place, expectation);
    };

    private static Parser<Identifier> Named(string phrase, Func<Token, bool> matches) => One(phrase, matches).Select(ToIdentifier);

    private static Identifier ToIdentifier(Token token) => new(token.Value, token.Kind == TokenKind.QuotedName, token.Span);

    /// <summary>A failure that has read nothing.</summary>
    public static IResult<T> Fail<T>(TokenInput place, Expectation expectation)
    {
        place.Furthest.Note(place.Position, expectation);
        return Result.Failure<T>(place, "", []);
    }

    /// <summary>-1 when it is not a whole number, or too large a one.</summary>
    private static int ToInt(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
