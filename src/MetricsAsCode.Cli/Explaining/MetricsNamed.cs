using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>The other metrics that a formula names, in reading order; not those that they name in turn.</summary>
internal sealed class MetricsNamed : MeasureVisitor<IEnumerable<MetricSymbol>>
{
    public static IReadOnlyList<MetricSymbol> In(MetricSymbol metric) => [.. new MetricsNamed().Visit(metric.Body).Distinct()];

    protected override IEnumerable<MetricSymbol> Metric(MetricMeasure node) => [node.Metric];

    protected override IEnumerable<MetricSymbol> Literal(MeasureLiteral node) => [];

    protected override IEnumerable<MetricSymbol> AsOf(AsOfMeasure node) => [];

    protected override IEnumerable<MetricSymbol> Aggregate(AggregateMeasure node) => [];

    protected override IEnumerable<MetricSymbol> Share(ShareMeasure node) => [];

    protected override IEnumerable<MetricSymbol> Size(SizeMeasure node) => [];

    protected override IEnumerable<MetricSymbol> Arithmetic(ArithmeticMeasure node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<MetricSymbol> Negate(NegateMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> Compare(CompareMeasure node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<MetricSymbol> Logic(LogicMeasure node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<MetricSymbol> Not(NotMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> IsMissing(IsMissingMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> In(InMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> If(IfMeasure node) => Visit(node.Condition).Concat(Visit(node.Then)).Concat(Visit(node.Else));

    protected override IEnumerable<MetricSymbol> Call(CallMeasure node) => node.Arguments.SelectMany(Visit);

    protected override IEnumerable<MetricSymbol> Window(WindowMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> Every(EveryMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> Per(PerMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> SharePer(SharePerMeasure node) => Visit(node.Condition);

    protected override IEnumerable<MetricSymbol> Each(EachMeasure node) => Visit(node.Operand);

    protected override IEnumerable<MetricSymbol> LeftOut(LeftOutMeasure node) => Visit(node.Operand);
}
