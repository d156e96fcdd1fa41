using System.Collections.Immutable;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>Everything that the files of one module declare, bound.</summary>
public sealed record ModuleSymbol(
    string Name,
    ProductSymbol Product,
    ImmutableArray<SourceSymbol> Sources,
    ImmutableArray<MetricSymbol> Metrics,
    ImmutableArray<ObjectiveSymbol> Objectives,
    ImmutableArray<ScorecardSymbol> Scorecards,
    ImmutableArray<TestSymbol> Tests)
{
    public JourneySymbol? Journey { get; init; }

    public ImmutableArray<SegmentSymbol> Segments { get; init; } = [];

    /// <summary>A column of a source, or a segment of its rows, by their names: what results can be broken down by.</summary>
    public ColumnSymbol? Dimension(string source, string column) =>
        Sources.FirstOrDefault(s => string.Equals(s.Name, source, StringComparison.Ordinal))?.Column(column)
        ?? Segments.Select(s => s.Column).FirstOrDefault(c => string.Equals(c.Source.Name, source, StringComparison.Ordinal) && string.Equals(c.Name, column, StringComparison.Ordinal));

    /// <summary>
    /// The sources that say how far the data reaches: those that the product names, else all that have a time. Rows written in the definitions say nothing
    /// about that, unless there are no others.
    /// </summary>
    public IEnumerable<SourceSymbol> AsOfSources
    {
        get
        {
            if (!Product.AsOfSources.IsDefaultOrEmpty)
            {
                return Product.AsOfSources;
            }

            var dated = Sources.Where(s => !s.IsStatic).ToList();
            return dated.Any(s => s.Table is null) ? dated.Where(s => s.Table is null) : dated;
        }
    }

    /// <summary>What definitions name for themselves, in the order of the files.</summary>
    public ImmutableArray<LetSymbol> Lets { get; init; } = [];

    /// <summary>Funnels; their members are among the metrics.</summary>
    public ImmutableArray<FunnelSymbol> Funnels { get; init; } = [];

    /// <summary>Cohorts; their sizes are among the metrics.</summary>
    public ImmutableArray<CohortSymbol> Cohorts { get; init; } = [];

    public MetricSymbol? Metric(string name) => Metrics.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
}
