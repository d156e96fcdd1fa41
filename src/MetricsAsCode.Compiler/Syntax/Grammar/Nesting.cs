using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>
/// Keeps expressions shallow enough for everything that walks them. Two bounds, found from the tokens alone before anything recurses:
/// brackets and <c>if</c>s inside each other, and operators on the way from the root of an expression to its deepest operand.
/// </summary>
internal sealed class Nesting
{
    private const int MostBrackets = 50;
    private const int MostOperators = 300;

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "..",
        "and", "or", "not", "in", "is", "then", "else", "union", "intersect", "except", "where", "among", "per", "over", "at", "dated",
    };

    private readonly Stack<Level> outer = new();
    private Level level;

    /// <summary>Whether a header may be read; if not, that is reported at the token that goes too far.</summary>
    public static bool IsBounded(ImmutableArray<Token> header, Reading reading)
    {
        var nesting = new Nesting();
        foreach (var token in header)
        {
            if (token.Kind is TokenKind.Symbol or TokenKind.Name && !nesting.Admits(token))
            {
                reading.Report(token.Span, SyntaxErrors.TooDeep);
                return false;
            }
        }

        return true;
    }

    private bool Admits(Token token)
    {
        switch (token.Value)
        {
            case "(" or "[" when token.Kind == TokenKind.Symbol:
                outer.Push(level);
                level = new Level(level.Brackets + 1, level.Operators, level.Operators, level.Operators);
                break;
            case ")" or "]" when outer.Count > 0:
                level = outer.Pop() with { Operators = Math.Max(level.Deepest, level.Operators) };
                break;
            case ",":
                level = level with { Operators = level.Start, Deepest = Math.Max(level.Deepest, level.Operators) };
                break;
            case "if":
                level = level with { Brackets = level.Brackets + 1, Operators = level.Operators + 1 };
                break;
            default:
                level = level with { Operators = level.Operators + (Operators.Contains(token.Value) ? 1 : 0) };
                break;
        }

        return level.Brackets <= MostBrackets && level.Operators <= MostOperators;
    }

    /// <summary>One bracket's inside: how deep it stands, and how many operators were passed at its start, on the way here, and at most.</summary>
    private readonly record struct Level(int Brackets, int Start, int Operators, int Deepest);
}
