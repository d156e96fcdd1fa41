using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>Cuts a text into tokens. What is not part of the language is reported and becomes a <see cref="TokenKind.Bad"/> token; reading goes on behind it.</summary>
public sealed class Lexer
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly DiagnosticBag diagnostics = new();
    private readonly Characters characters;
    private readonly List<Token> tokens = [];
    private readonly List<TextSpan> comments = [];
    private readonly List<DocLine> docs = [];
    private bool startsLine = true;

    private Lexer(SourceText text) => characters = new Characters(text, diagnostics);

    public static LexedText Read(SourceText text)
    {
        var lexer = new Lexer(text);
        lexer.ReadAll();
        return new([.. lexer.tokens], [.. lexer.comments], [.. lexer.docs], [.. lexer.diagnostics.InOrder()]);
    }

    private void ReadAll()
    {
        characters.SkipWhile(c => c == ByteOrderMark);
        while (!characters.AtEnd)
        {
            ReadOne();
        }
    }

    private void ReadOne()
    {
        if (char.IsWhiteSpace(characters.Current))
        {
            startsLine |= Characters.IsLineBreak(characters.Current);
            characters.Position++;
        }
        else if (characters.StandsAt("//"))
        {
            ReadComment();
        }
        else
        {
            tokens.Add(ReadToken() with { StartsLine = startsLine, Docs = TakeDocs() });
            startsLine = false;
        }
    }

    private Token ReadToken() => characters.Current switch
    {
        '|' when startsLine => TableRowLexer.Read(characters),
        '"' => TextLexer.Read(characters),
        '`' => NameLexer.ReadQuoted(characters),
        _ when Characters.IsDigit(characters.Current) => NumberLexer.Read(characters),
        _ when Characters.StartsName(characters.Current) => NameLexer.Read(characters),
        _ => SymbolLexer.Read(characters),
    };

    /// <summary><c>///</c> documents what follows; <c>////</c> is a line drawn by hand.</summary>
    private void ReadComment()
    {
        int start = characters.Position;
        bool isDoc = characters.StandsAt("///") && characters.Peek(3) != '/';
        characters.SkipWhile(c => !Characters.IsLineBreak(c));
        var span = characters.SpanFrom(start);
        comments.Add(span);
        if (!isDoc)
        {
            return;
        }

        if (startsLine)
        {
            docs.Add(new DocLine(DocText(characters.From(start)), span));
        }
        else
        {
            characters.Report(span, SyntaxErrors.DocumentsNothing);
        }
    }

    private static string DocText(string comment)
    {
        string text = comment.Substring(3).TrimEnd();
        return text.Length > 0 && text[0] == ' ' ? text.Substring(1) : text;
    }

    private ImmutableArray<DocLine> TakeDocs()
    {
        if (docs.Count == 0)
        {
            return [];
        }

        ImmutableArray<DocLine> taken = [.. docs];
        docs.Clear();
        return taken;
    }
}
