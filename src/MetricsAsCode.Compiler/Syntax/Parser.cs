using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Grammar;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Reads text into syntax. Pure, and never fails: what cannot be read is among the diagnostics of the tree.</summary>
public static class Parser
{
    public static SyntaxTree Parse(SourceText text)
    {
        var reading = new Reading(text);
        int zero = text.Content.IndexOf('\0');
        if (zero >= 0)
        {
            reading.Report(new TextSpan(zero, 1), SyntaxErrors.NotText);
            return new SyntaxTree(text, null, [], [], [.. reading.Diagnostics.InOrder()]);
        }

        var lexed = Lexer.Read(text);
        reading.Diagnostics.AddRange(lexed.Diagnostics);
        PeriodRanges.Check(lexed.Tokens, reading);

        var members = Layout.Read(lexed, reading);
        var (module, declarations) = new FileGrammar(reading).Read(members);
        NamingRules.Check(module, declarations, reading);
        LabelRules.Check(declarations, reading);
        return new SyntaxTree(text, module, declarations, lexed.Comments, [.. reading.Diagnostics.InOrder()]);
    }

    /// <summary>Reads a period as it stands behind <c>for</c>, e.g. <c>1998-Q1</c>, <c>2026-07-01..2026-09-30</c> or <c>last month</c>; null when it is none.</summary>
    public static PeriodSyntax? ParsePeriod(string written)
    {
        var reading = new Reading(new SourceText("", written));
        var lexed = Lexer.Read(reading.Text);
        PeriodRanges.Check(lexed.Tokens, reading);
        return lexed.Tokens.IsEmpty || lexed.Diagnostics.Length > 0 || reading.Diagnostics.HasErrors
            ? null
            : reading.Header(new Member(lexed.Tokens, null), PeriodGrammar.Period);
    }
}
