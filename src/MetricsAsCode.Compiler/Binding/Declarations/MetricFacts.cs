using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>What follows from a metric's formula.</summary>
internal static class MetricFacts
{
    public static void Complete(MetricSymbol metric, Measure body, (Display? Display, Unit Unit) shown, Grain? every)
    {
        metric.Body = body;
        metric.Unit = shown.Unit;
        metric.Display = shown.Display;
        metric.Every = every;
        metric.RowGrain = StateCheck.CoarserThan(Grain.Day, metric)?.RowGrain;
        metric.Sample = MetricSamples.Of(body, every);
        metric.IsAdditive = every is null && IsAdditive(body);
        metric.ReadsPrevious = every is null && ReadsPrevious(body);
    }

    /// <summary>Count and sum of event sources, added or scaled by positive constants, without window, <c>per</c> or <c>each</c>.</summary>
    public static bool IsAdditive(Measure measure) => measure switch
    {
        AggregateMeasure { Kind: AggregateKind.Count or AggregateKind.Sum, Rows: var rows, Value: var value } =>
            IsEvents(rows) && !rows.Conditions.Concat(value is null ? [] : [value]).SelectMany(RowExpressions.SelfAndDescendants).OfType<RowInSet>().Any(),
        ArithmeticMeasure { Operator: ArithmeticOperator.Add } m => IsAdditive(m.Left) && IsAdditive(m.Right),
        ArithmeticMeasure { Operator: ArithmeticOperator.Multiply, Left: MeasureLiteral { Value: > 0 } } m => IsAdditive(m.Right),
        ArithmeticMeasure { Operator: ArithmeticOperator.Multiply or ArithmeticOperator.Divide, Right: MeasureLiteral { Value: > 0 } } m => IsAdditive(m.Left),
        MetricMeasure m => m.Metric.IsAdditive,
        _ => false,
    };

    private static bool IsEvents(BoundRows rows) =>
        !rows.Steps.OfType<RowWindow>().Any() && (!rows.Source.IsStatic || rows.Steps.OfType<RowDated>().Any());

    /// <summary>Whether the whole period before is read, which a running period cannot be held against.</summary>
    private static bool ReadsPrevious(Measure measure)
    {
        var pass = new PreviousPass();
        pass.Rewrite(measure);
        return pass.Found;
    }

    private sealed class PreviousPass : MeasureRewriter
    {
        public bool Found { get; private set; }

        protected override BoundRows RewriteRows(BoundRows rows)
        {
            foreach (var step in rows.Steps.OfType<RowWindow>())
            {
                Visit(step.Window);
            }

            return rows;
        }

        protected override Measure RewriteMetric(MetricMeasure measure)
        {
            Found |= measure.Metric.ReadsPrevious;
            return measure;
        }

        protected override void Visit(WindowStep window) => Found |= window.Form == WindowForm.Previous;
    }
}
