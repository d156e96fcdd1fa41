using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Outlining;

/// <summary>
/// Arranges tokens into members and blocks: a member starts on a new line, after <c>{</c> or after <c>;</c>, and may end with a block.
/// What is said inside a member plays no part here, so that a mistake in one never reaches the next.
/// </summary>
internal sealed class Layout
{
    private readonly ImmutableArray<Token> tokens;
    private readonly bool[] insideBrackets;
    private readonly Reading reading;
    private readonly Stack<OpenBlock> outer = new();
    private readonly LostBraces lostBraces;
    private OpenBlock block = new(default, "", 0);

    private Layout(ImmutableArray<Token> tokens, Reading reading)
    {
        this.tokens = tokens;
        this.reading = reading;
        insideBrackets = Brackets.Inside(tokens);
        lostBraces = new LostBraces(tokens, reading);
    }

    public static ImmutableArray<Member> Read(LexedText text, Reading reading)
    {
        var layout = new Layout(text.Tokens, reading);
        layout.ReadAll();
        reading.DocumentNothing(text.TrailingDocs);
        return [.. layout.block.Members];
    }

    private void ReadAll()
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            switch (tokens[i].Kind == TokenKind.Symbol ? tokens[i].Value : "")
            {
                case "{":
                    Open(i);
                    break;
                case "}":
                    Close(i);
                    break;
                case ";":
                    reading.DocumentNothing(tokens[i].Docs);
                    EndMember(null);
                    break;
                default:
                    Append(i);
                    break;
            }
        }

        EndMember(null);
        while (outer.Count > 0)
        {
            CloseUnclosed(tokens.Length);
        }
    }

    private void Append(int index)
    {
        var token = tokens[index];
        if (StartsMember(index))
        {
            EndMember(null);
            while (outer.Count > 0 && lostBraces.BeginsOuterMember(token, outer.Peek().Keyword, block.Column))
            {
                CloseUnclosed(index);
            }
        }
        else if (block.Header.Count > 0)
        {
            reading.DocumentNothing(token.Docs);
        }
        else if (index > 0 && tokens[index - 1].IsSymbol("}"))
        {
            reading.Report(token.Span, at => SyntaxErrors.NewLineExpected(at, reading.Written(token)));
        }

        block.Header.Add(token);
    }

    private bool StartsMember(int index) =>
        tokens[index].StartsLine
        && (block.Header.Count == 0
            || BeginsNextMember(index)
            || (!insideBrackets[index] && !LineRules.GoesOn(block.Header, tokens[index], LineRules.WordsContinueIn(block.Keyword))));

    private bool BeginsNextMember(int index) =>
        LineRules.BeginsMember(tokens[index], index + 1 < tokens.Length ? tokens[index + 1] : null, block.Keyword)
        && lostBraces.ColumnOf(tokens[index]) <= lostBraces.ColumnOf(block.Header[0]);

    private void Open(int index)
    {
        var brace = tokens[index];
        reading.DocumentNothing(brace.Docs);
        if (block.Header.Count == 0)
        {
            block.Header.Add(brace with { Docs = [] });
        }

        var first = block.Header[0];
        outer.Push(block);
        block = new OpenBlock(brace.Span, first.Value, lostBraces.ColumnOf(first));
    }

    private void Close(int index)
    {
        var brace = tokens[index];
        reading.DocumentNothing(brace.Docs);
        EndMember(null);
        if (outer.Count == 0)
        {
            lostBraces.PairWith(brace, block.Members);
        }
        else if (lostBraces.IsStray(brace, block.Brace))
        {
            reading.Report(brace.Span, SyntaxErrors.StrayBrace);
        }
        else
        {
            Leave(brace.Span);
        }
    }

    private void CloseUnclosed(int index)
    {
        EndMember(null);
        var end = tokens[index - 1].Span.After;
        string keyword = block.Keyword;
        reading.Report(end, at => SyntaxErrors.UnclosedBlock(at, keyword));
        Leave(end);
    }

    private void Leave(TextSpan close)
    {
        var body = new Block(block.Brace, [.. block.Members], close);
        block = outer.Pop();
        EndMember(body);
    }

    private void EndMember(Block? body)
    {
        if (block.Header.Count > 0)
        {
            block.Members.Add(new Member([.. block.Header], body));
            block.Header.Clear();
        }
    }

    /// <summary>A block being read: its members so far and the tokens of the one at hand.</summary>
    /// <param name="keyword">The first word of the member that it belongs to; empty for the file.</param>
    /// <param name="column">How far that member is indented.</param>
    private sealed class OpenBlock(TextSpan brace, string keyword, int column)
    {
        public TextSpan Brace { get; } = brace;

        public string Keyword { get; } = keyword;

        public int Column { get; } = column;

        public List<Member> Members { get; } = [];

        public List<Token> Header { get; } = [];
    }
}
