using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Lexing;

namespace MetricsAsCode.Compiler.Syntax.Outlining;

/// <summary>Finds which tokens stand inside brackets. A bracket that is never closed holds nothing together, so that forgetting one costs one line and not the file.</summary>
internal static class Brackets
{
    public static bool[] Inside(ImmutableArray<Token> tokens)
    {
        var inside = new bool[tokens.Length];
        var steps = Steps(tokens);
        int depth = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            depth += steps[i];
            inside[i] = depth > 0;
        }

        return inside;
    }

    /// <summary>By how much the depth changes before each token, from the pairs alone.</summary>
    private static int[] Steps(ImmutableArray<Token> tokens)
    {
        var steps = new int[tokens.Length + 1];
        var open = new Stack<int>();
        for (int i = 0; i < tokens.Length; i++)
        {
            switch (tokens[i].Kind == TokenKind.Symbol ? tokens[i].Value : "")
            {
                case "(" or "[":
                    open.Push(i);
                    break;
                case ")" or "]" when open.Count > 0:
                    steps[open.Pop() + 1]++;
                    steps[i + 1]--;
                    break;
                case "{" or "}" or ";":
                    open.Clear();
                    break;
            }
        }

        return steps;
    }
}
