using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The units that calendars count in, from fine to coarse.</summary>
public enum Grain
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A grain as written: <c>day</c> or <c>days</c>.</summary>
public sealed record GrainSyntax(Grain Grain, TextSpan Span) : SyntaxNode(Span);

public abstract record PeriodSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A calendar or fiscal unit, e.g. <c>2026</c>, <c>2026-Q3</c>, <c>2026-07</c>, <c>2026-W31</c>, <c>2026-07-01</c>, <c>FY2027-Q1</c>. The parser has checked that it exists.</summary>
/// <param name="Number">Quarter, month or week within the year; the day of the year for a day; 1 for a year.</param>
public sealed record UnitPeriod(Grain Grain, bool IsFiscal, int Year, int Number, string Written, TextSpan Span) : PeriodSyntax(Span);

/// <summary><c>2026-07-01..2026-09-30</c>, both ends included.</summary>
public sealed record RangePeriod(UnitPeriod First, UnitPeriod Last) : PeriodSyntax(First.Span.To(Last.Span));

/// <summary><c>this month</c> (<paramref name="Offset"/> 0) or <c>last quarter</c> (-1), relative to the as-of.</summary>
public sealed record RelativePeriod(int Offset, Grain Grain, TextSpan Span) : PeriodSyntax(Span);
