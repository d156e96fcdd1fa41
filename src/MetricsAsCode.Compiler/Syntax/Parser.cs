using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Reads text into syntax. Pure, and never fails: what cannot be read is among the diagnostics of the tree.</summary>
public static class Parser
{
    public static SyntaxTree Parse(SourceText text) => throw new NotSupportedException("The parser is not written yet.");

    /// <summary>Reads a period as it stands behind <c>for</c>, e.g. <c>1998-Q1</c>, <c>2026-07-01..2026-09-30</c> or <c>last month</c>; null when it is none.</summary>
    public static PeriodSyntax? ParsePeriod(string written) => throw new NotSupportedException("The parser is not written yet.");
}
