using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Reports <c>2026-09..2026-07</c>: a range of periods whose end comes before its start.</summary>
internal static class PeriodRanges
{
    public static void Check(ImmutableArray<Token> tokens, Reading reading)
    {
        for (int i = 2; i < tokens.Length; i++)
        {
            if (tokens[i - 1].IsSymbol("..") && tokens[i - 2].Period is { } first && tokens[i].Period is { } last && IsBackwards(first, last))
            {
                reading.Report(first.Span.To(last.Span), at => SyntaxErrors.RangeBackwards(at, first.Written, last.Written));
            }
        }
    }

    /// <summary>Fiscal and calendar periods are not compared: that takes the product's calendar.</summary>
    private static bool IsBackwards(UnitPeriod first, UnitPeriod last) =>
        first.IsFiscal == last.IsFiscal && PeriodLiteral.FirstDay(first) > PeriodLiteral.FirstDay(last);
}
