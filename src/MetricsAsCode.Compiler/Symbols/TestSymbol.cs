using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A test written in the language. Its tables are read by the runtime's own cell reader.</summary>
public sealed record TestSymbol(
    string Module,
    string Label,
    PeriodSyntax For,
    PeriodSyntax? AsOf,
    ImmutableArray<GivenSymbol> Given,
    ImmutableArray<ExpectSymbol> Expectations,
    Location Location);

/// <summary>Rows for one source; the header's columns in the order written.</summary>
public sealed record GivenSymbol(SourceSymbol Source, ImmutableArray<ColumnSymbol> Header, ImmutableArray<TableRowSyntax> Rows, SyntaxTree Tree);

public enum ExpectAspect
{
    Value,
    Score,
    Status,
    Target,
    Caveat,

    /// <summary>The response rate beside a metric over a sample.</summary>
    ResponseRate,

    /// <summary>The lower end of the interval around a proportion of a sample.</summary>
    Low,

    /// <summary>Its upper end.</summary>
    High,
}

/// <summary>One claim. Exactly one of <paramref name="Metric"/> and <paramref name="KeyResult"/> is set.</summary>
/// <param name="Group">The group of the breakdown <paramref name="By"/>; null for that of the rows without a value.</param>
/// <param name="Number">The expected plain value in the metric's unit (durations in microseconds, dates in days, timestamps in microseconds).</param>
/// <param name="Text">The expected text, status or caveat.</param>
/// <param name="Tolerance">Absolute tolerance; null for the default 1e-9 × max(1, |expected|).</param>
public sealed record ExpectSymbol(
    MetricSymbol? Metric,
    KeyResultSymbol? KeyResult,
    ColumnSymbol? By,
    string? Group,
    ExpectAspect Aspect,
    bool ExpectsNoValue,
    decimal? Number,
    string? Text,
    decimal? Tolerance,
    Location Location);
