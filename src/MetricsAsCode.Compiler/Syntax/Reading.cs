using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The reading of one file: its text and where findings are noted.</summary>
internal sealed class Reading(SourceText text)
{
    private const int LongestQuote = 40;

    public SourceText Text { get; } = text;

    public DiagnosticBag Diagnostics { get; } = new();

    public void Report(TextSpan span, Func<Location, Diagnostic> finding) => Diagnostics.Add(finding(new Location(Text, span)));

    public void DocumentNothing(ImmutableArray<DocLine> docs)
    {
        if (!docs.IsEmpty)
        {
            Report(docs[0].Span.To(docs[docs.Length - 1].Span), SyntaxErrors.DocumentsNothing);
        }
    }

    /// <summary>A token as written, on one line and not too long for a message.</summary>
    public string Written(Token token)
    {
        string written = Text.Slice(token.Span).Split('\r', '\n')[0];
        return written.Length <= LongestQuote && written.Length == token.Span.Length ? written
            : written.Substring(0, Math.Min(written.Length, LongestQuote)) + "…";
    }
}
