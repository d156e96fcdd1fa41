using MetricsAsCode.Results;

namespace MetricsAsCode.Calculation;

/// <summary>A breakdown by a column that a source of the metric does not reach along its references, or reaches in several ways.</summary>
public sealed class UnreachableDimensionException : Exception
{
    internal UnreachableDimensionException(string source, Dimension dimension, IReadOnlyList<ColumnPath> paths)
        : base(paths.Count == 0
            ? $"`{source}` does not reach `{dimension}`, so what is computed from it cannot be broken down by it."
            : $"`{source}` reaches `{dimension}` in {paths.Count} ways: {string.Join(", ", paths)}. Only a column with one path can break results down.")
    {
        SourceName = source;
        Dimension = dimension;
    }

    /// <summary>The source that the metric reads.</summary>
    public string SourceName { get; }

    /// <summary>The column asked for.</summary>
    public Dimension Dimension { get; }
}
