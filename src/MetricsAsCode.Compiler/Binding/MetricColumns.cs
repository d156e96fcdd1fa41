using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Every column that a measure reads: values, conditions, times, the references on the way, and the keys of entities.</summary>
internal sealed class MetricColumns : MeasureRewriter
{
    private readonly HashSet<ColumnSymbol> columns = [];

    private readonly HashSet<MetricSymbol> metrics = [];

    public static IReadOnlyCollection<ColumnSymbol> Of(Measure measure)
    {
        var pass = new MetricColumns();
        pass.Rewrite(measure);
        return pass.columns;
    }

    protected override BoundRows RewriteRows(BoundRows rows)
    {
        if (rows is { IsState: true, Source.Lifetime: { } life })
        {
            columns.UnionWith([life.From, life.To]);
        }
        else if (rows.Steps.OfType<RowDated>().LastOrDefault() is { } dated)
        {
            Add(dated.Time);
        }
        else if (rows.Source.Time is { } time)
        {
            columns.UnionWith(time);
        }

        foreach (var condition in rows.Conditions)
        {
            Add(condition);
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

    protected override void Leaf(Measure measure)
    {
        switch (measure)
        {
            case AggregateMeasure { Value: { } value }:
                Add(value);
                break;
            case ShareMeasure share:
                Add(share.Condition);
                break;
        }
    }

    protected override void Element(RowColumn element) => Add(element);

    protected override void Key(EntityKey key)
    {
        foreach (var path in key.Paths)
        {
            Add(path.Column);
        }
    }

    private void Add(RowExpression expression)
    {
        foreach (var part in expression.SelfAndDescendants())
        {
            switch (part)
            {
                case RowColumn column:
                    columns.UnionWith(column.References.Select(r => r.Column));
                    columns.UnionWith(column.References.Select(r => r.Column.Entity));
                    columns.UnionWith(column.References.Select(r => r.Column.References?.Lifetime).OfType<Lifetime>().SelectMany(l => new[] { l.From, l.To }));
                    columns.Add(column.Column);
                    break;
                case RowInSet member:
                    RewriteSet(member.Set);
                    break;
            }
        }
    }
}
