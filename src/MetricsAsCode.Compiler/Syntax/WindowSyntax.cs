using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

public enum WindowForm
{
    /// <summary><c>over previous</c>, <c>over previous 3</c></summary>
    Previous,

    /// <summary><c>over previous to date</c></summary>
    PreviousToDate,

    /// <summary><c>over same period last year</c></summary>
    SamePeriodLastYear,

    /// <summary><c>over trailing 28 days</c></summary>
    Trailing,

    /// <summary><c>over quarter to date</c></summary>
    ToDate,

    /// <summary><c>over all before</c></summary>
    AllBefore,

    /// <summary><c>over ever</c></summary>
    Ever,

    /// <summary><c>at start</c></summary>
    AtStart,

    /// <summary><c>at end</c></summary>
    AtEnd,
}

/// <summary>A stretch of time relative to the period at hand. <paramref name="Count"/> and <paramref name="Grain"/> are those of <c>previous 3</c>, <c>trailing 28 days</c> and <c>quarter to date</c>.</summary>
public sealed record WindowSyntax(WindowForm Form, int Count, GrainSyntax? Grain, TextSpan Span) : SyntaxNode(Span);
