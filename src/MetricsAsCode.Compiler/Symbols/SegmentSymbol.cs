using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A named condition on the rows of one source: a filter, and as <paramref name="Column"/> something to break results down by.</summary>
/// <param name="Column">A computed boolean column of the source: whether a row is of the segment; missing where that is unknown.</param>
public sealed record SegmentSymbol(string Module, string Name, string? Label, string? Description, ColumnSymbol Column, Location Location);
