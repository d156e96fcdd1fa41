using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>The sources whose rows a measure reads, in reading order: those that a breakdown or an entity must reach.</summary>
internal sealed class MeasureSources : MeasureRewriter
{
    private readonly List<SourceSymbol> found = [];
    private readonly HashSet<MetricSymbol> metrics = [];

    public static SourceSymbol[] Of(Measure measure)
    {
        var pass = new MeasureSources();
        pass.Rewrite(measure);
        return [.. pass.found];
    }

    protected override BoundRows RewriteRows(BoundRows rows)
    {
        if (!found.Contains(rows.Source))
        {
            found.Add(rows.Source);
        }

        return rows;
    }

    protected override Measure RewriteMetric(MetricMeasure measure)
    {
        if (metrics.Add(measure.Metric))
        {
            Rewrite(measure.Metric.Body);
        }

        return measure;
    }
}
