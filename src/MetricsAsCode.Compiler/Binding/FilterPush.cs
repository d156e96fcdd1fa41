using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// A filter on a number restricts the rows of every aggregate in it before its own filters, and the entities of <c>per</c>.
/// The condition is bound anew for each source that is read.
/// </summary>
internal sealed class FilterPush(Func<SourceSymbol, RowExpression> conditionFor) : MeasureRewriter
{
    private readonly Dictionary<SourceSymbol, RowExpression> conditions = [];

    /// <summary>Whether a source could not be filtered, which is reported.</summary>
    public bool Failed => conditions.Values.Any(c => c.IsError);

    /// <summary>Whether there were any rows to filter.</summary>
    public bool Filtered => conditions.Count > 0;

    protected override BoundRows RewriteRows(BoundRows rows)
    {
        if (!conditions.TryGetValue(rows.Source, out var condition))
        {
            conditions[rows.Source] = condition = conditionFor(rows.Source);
        }

        return condition.IsError ? rows : rows with { Steps = rows.Steps.Prepend(new RowFilter(condition)).ToEquatable() };
    }

    protected override Measure RewriteMetric(MetricMeasure measure)
    {
        var body = Rewrite(measure.Metric.Body);
        return measure.Metric.Every is { } grain ? new EveryMeasure(body, grain) : body;
    }
}
