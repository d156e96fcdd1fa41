using MetricsAsCode.Compiler.Syntax.Lexing;

namespace MetricsAsCode.Compiler.Syntax.Outlining;

/// <summary>
/// Where a line goes on. A member starts on a new line, unless
/// 1. the line stands inside brackets (which <see cref="Layout"/> knows),
/// 2. the line before ends with an operator, a comma, an opening bracket or a word that calls for more,
/// 3. the line starts with an operator, a bracket or a postfix word, or is a line of a table.
/// Words play no part in blocks whose members may be named with any word. And a line that cannot be but the next member begins it, so that a member
/// whose end is missing, such as <c>metric a =</c>, costs one finding.
/// </summary>
internal static class LineRules
{
    /// <summary>Words that a line may start with and that no member starts with.</summary>
    private static readonly HashSet<string> PostfixWords = new(StringComparer.Ordinal)
    {
        "where", "among", "per", "each", "over", "at", "dated", "by", "back",
        "and", "or", "not", "in", "is", "union", "intersect", "except", "then", "else",
        "from", "to", "increase", "decrease", "between", "reach", "versus", "weight",
        "as", "every", "during", "for", "with", "within", "starting", "returning",
    };

    /// <summary>Words that cannot be the last of a member.</summary>
    private static readonly HashSet<string> OpenWords = new(StringComparer.Ordinal)
    {
        "where", "among", "per", "each", "over", "at", "dated", "by", "back",
        "and", "or", "not", "in", "is", "union", "intersect", "except", "if", "then", "else",
        "from", "to", "between", "reach", "versus", "weight", "as", "every", "during", "for", "with", "within", "starting", "returning",
    };

    /// <summary>Symbols that may be the last of a member; a dot is one because a name that is being written ends with it.</summary>
    private static readonly HashSet<string> ClosingSymbols = new(StringComparer.Ordinal) { ")", "]", "?", "." };

    private static readonly HashSet<string> BlocksOfAnyWords = new(StringComparer.Ordinal) { "product", "source", "scorecard" };

    /// <summary>Whether words continue lines in the block of a declaration that begins with <paramref name="keyword"/>.</summary>
    public static bool WordsContinueIn(string keyword) => !BlocksOfAnyWords.Contains(keyword);

    /// <summary>Whether <paramref name="next"/>, the first token of its line, belongs to the member that <paramref name="header"/> has begun.</summary>
    public static bool GoesOn(List<Token> header, Token next, bool wordsContinue) =>
        next.Kind is TokenKind.Symbol or TokenKind.TableRow
        || (wordsContinue && next.Kind == TokenKind.Name && PostfixWords.Contains(next.Value))
        || CallsForMore(header, wordsContinue);

    /// <summary>Whether two tokens read as a keyword of this block and what follows one: a name or a text, but no word that continues an expression.</summary>
    public static bool BeginsMember(Token first, Token? second, string block) =>
        first.Kind == TokenKind.Name && Keywords.MembersOf(block).Contains(first.Value)
        && second is { StartsLine: false, Kind: TokenKind.Name or TokenKind.QuotedName or TokenKind.Text }
        && !(second.Kind == TokenKind.Name && PostfixWords.Contains(second.Value));

    private static bool CallsForMore(List<Token> header, bool wordsContinue)
    {
        var last = header[header.Count - 1];
        bool isPathPart = header.Count > 1 && header[header.Count - 2].IsSymbol(".");
        return last.Kind == TokenKind.Symbol
            ? !ClosingSymbols.Contains(last.Value)
            : wordsContinue && last.Kind == TokenKind.Name && !isPathPart && OpenWords.Contains(last.Value);
    }
}
