using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Outlining;

/// <summary>
/// Finds where a forgotten brace belongs, so that it costs one finding:
/// 1. a <c>}</c> that closes nothing pairs with the last declaration that might have had a block and has none;
/// 2. where one closes nothing, a <c>}</c> that stands deeper than the block it would close, or behind other text on a later line, is the one;
/// 3. where braces stay open to the end of the file, a keyword of an outer level that stands no further in than the block's own member closes the block.
/// </summary>
internal sealed class LostBraces
{
    private readonly Reading reading;
    private readonly bool isAnyUnclosed;
    private readonly bool isAnyStray;

    public LostBraces(ImmutableArray<Token> tokens, Reading reading)
    {
        this.reading = reading;
        int depth = 0;
        foreach (var token in tokens)
        {
            isAnyStray |= depth == 0 && token.IsSymbol("}");
            depth = token.IsSymbol("{") ? depth + 1 : token.IsSymbol("}") ? Math.Max(0, depth - 1) : depth;
        }

        isAnyUnclosed = depth > 0;
    }

    public int ColumnOf(Token token) => reading.Text.PositionOf(token.Span.Start).Column;

    private int Indentation(int line) => reading.Text.Line(line).TakeWhile(char.IsWhiteSpace).Count() + 1;

    private int LineOf(TextSpan span) => reading.Text.PositionOf(span.Start).Line;

    /// <summary>Whether a token shows that the block at hand has ended, although no brace says so.</summary>
    /// <param name="outerKeyword">What kind of block lies around the block at hand.</param>
    /// <param name="column">Where the member begins that the block at hand belongs to.</param>
    public bool BeginsOuterMember(Token token, string outerKeyword, int column) =>
        isAnyUnclosed && token.Kind == TokenKind.Name && ColumnOf(token) <= column
        && (Keywords.Declarations.Contains(token.Value) || Keywords.MembersOf(outerKeyword).Contains(token.Value));

    /// <summary>Whether a <c>}</c> rather belongs to a <c>{</c> that was forgotten than to the block at hand.</summary>
    /// <param name="open">The brace of that block.</param>
    public bool IsStray(Token brace, TextSpan open) =>
        isAnyStray && (brace.StartsLine ? ColumnOf(brace) > Indentation(LineOf(open)) : LineOf(brace.Span) > LineOf(open));

    /// <summary>Gives the members before a <c>}</c> without partner to the declaration that they seem to belong to.</summary>
    public void PairWith(Token brace, List<Member> members)
    {
        int owner = members.FindLastIndex(m => m.First.Kind == TokenKind.Name && Keywords.Declarations.Contains(m.First.Value));
        bool mayHaveBlock = owner >= 0 && members[owner].Body is null && Keywords.DeclarationsWithBlock.Contains(members[owner].First.Value);
        if (!mayHaveBlock || owner == members.Count - 1)
        {
            reading.Report(brace.Span, SyntaxErrors.StrayBrace);
            return;
        }

        var start = members[owner].HeaderSpan.After;
        reading.Report(start, at => SyntaxErrors.BlockExpected(at, members[owner].First.Value));
        var body = new Block(start, [.. members.Skip(owner + 1)], brace.Span);
        members.RemoveRange(owner + 1, members.Count - owner - 1);
        members[owner] = members[owner] with { Body = body };
    }
}
