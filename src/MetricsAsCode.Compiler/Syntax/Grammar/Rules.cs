using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>The combinators of this grammar beyond those of Sprache.</summary>
internal static class Rules
{
    /// <summary>Puts off looking at a parser until it is used: rules may refer to each other in circles.</summary>
    public static Parser<T> Lazy<T>(Func<Parser<T>> parser) => input => parser()(input);

    /// <summary>Zero or more. Like <c>XMany</c>, but a failing item is read once: reading it twice at every level takes exponential time.</summary>
    public static Parser<ImmutableArray<T>> Repeated<T>(this Parser<T> item) => input =>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var rest = input;
        while (true)
        {
            var result = item(rest);
            if (!result.WasSuccessful)
            {
                return ReferenceEquals(result.Remainder, rest)
                    ? Result.Success(items.ToImmutable(), rest)
                    : Result.Failure<ImmutableArray<T>>(result.Remainder, "", []);
            }

            items.Add(result.Value);
            rest = result.Remainder;
        }
    };

    /// <summary>One or more with commas between.</summary>
    public static Parser<ImmutableArray<T>> BetweenCommas<T>(this Parser<T> item) =>
        from first in item
        from more in Tokens.Symbol(",").Then(_ => item).Repeated()
        select more.Insert(0, first);

    /// <summary>Null when it is not there; failing when it is begun and not finished.</summary>
    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => parser.Select(value => (T?)value).XOr(Parse.Return<T?>(null));

    public static Parser<T?> OrNone<T>(this Parser<T> parser)
        where T : struct => parser.Select(value => (T?)value).XOr(Parse.Return<T?>(null));

    public static Parser<bool> IsThere<T>(this Parser<T> parser) => parser.Select(_ => true).XOr(Parse.Return(false));

    /// <summary>Makes a node that knows where it stands.</summary>
    public static Parser<TNode> Node<T, TNode>(this Parser<T> parser, Func<T, TextSpan, TNode> make) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful
            ? Result.Success(make(result.Value, ((TokenInput)input).SpanTo((TokenInput)result.Remainder)), result.Remainder)
            : Result.Failure<TNode>(result.Remainder, "", []);
    };

    /// <summary>Messages say <paramref name="label"/> instead of what the parser expects first.</summary>
    public static Parser<T> Labelled<T>(this Parser<T> parser, string? label) => input =>
    {
        var place = (TokenInput)input;
        int count = place.Furthest.CountAt(place.Position);
        var result = parser(input);
        place.Furthest.Label(place.Position, count, label);
        return result;
    };

    /// <summary>Messages do not mention what the parser expects first.</summary>
    public static Parser<T> Unspoken<T>(this Parser<T> parser) => parser.Labelled(null);
}
