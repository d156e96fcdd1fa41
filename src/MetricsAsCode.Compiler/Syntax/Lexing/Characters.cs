using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>A place in a text that moves forward, and where findings are noted. Behind the end stands <c>\0</c>.</summary>
internal sealed class Characters(SourceText text, DiagnosticBag diagnostics)
{
    private readonly string content = text.Content;

    public int Position { get; set; }

    public bool AtEnd => Position >= content.Length;

    public char Current => Peek(0);

    public bool AtLineEnd => AtEnd || IsLineBreak(Current);

    public char Peek(int ahead) => Position + ahead < content.Length ? content[Position + ahead] : '\0';

    public bool StandsAt(string expected) => string.CompareOrdinal(content, Position, expected, 0, expected.Length) == 0;

    public void SkipWhile(Func<char, bool> matches)
    {
        while (!AtEnd && matches(Current))
        {
            Position++;
        }
    }

    public string From(int start) => content.Substring(start, Position - start);

    public TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Position);

    public void Report(TextSpan span, Func<Location, Diagnostic> finding) => diagnostics.Add(finding(new Location(text, span)));

    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool StartsName(char c) => c == '_' || char.IsLetter(c);

    public static bool ContinuesName(char c) => c == '_' || char.IsLetterOrDigit(c);
}
