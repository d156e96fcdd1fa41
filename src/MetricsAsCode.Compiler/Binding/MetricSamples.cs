using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding;

// 1. A result says the response rate of the first aggregate or share over a sample, outside of numbers per entity or unit; of a division that of the denominator, as n does.
// 2. The rows asked are those of the sample's declaration, over the windows of the aggregate. Of its conditions those that the rows asked can be put to hold for
//    them as well; those that only an answer can tell (its rating) do not.

/// <summary>What a metric says of the sample that it reads.</summary>
internal sealed class MetricSamples : MeasureVisitor<MetricSample?>
{
    private static readonly MetricSamples Pass = new();

    public static MetricSample? Of(Measure body, Grain? every)
    {
        if (Pass.Visit(body) is not { } sample)
        {
            return null;
        }

        var rate = every is { } grain && (sample.ResponseRate as EveryMeasure)?.Grain != grain ? new EveryMeasure(sample.ResponseRate, grain) : sample.ResponseRate;
        return sample with { ResponseRate = rate, IsProportion = SampleProportion.Is(body) };
    }

    protected override MetricSample? Literal(MeasureLiteral node) => null;

    protected override MetricSample? AsOf(AsOfMeasure node) => null;

    protected override MetricSample? Aggregate(AggregateMeasure node) => OfRows(node.Rows);

    protected override MetricSample? Share(ShareMeasure node) => OfRows(node.Base);

    protected override MetricSample? Size(SizeMeasure node) => null;

    protected override MetricSample? Arithmetic(ArithmeticMeasure node) =>
        node.Operator == ArithmeticOperator.Divide ? First(node.Right, node.Left) : First(node.Left, node.Right);

    protected override MetricSample? Negate(NegateMeasure node) => Visit(node.Operand);

    protected override MetricSample? Compare(CompareMeasure node) => First(node.Left, node.Right);

    protected override MetricSample? Logic(LogicMeasure node) => First(node.Left, node.Right);

    protected override MetricSample? Not(NotMeasure node) => Visit(node.Operand);

    protected override MetricSample? IsMissing(IsMissingMeasure node) => Visit(node.Operand);

    protected override MetricSample? In(InMeasure node) => Visit(node.Operand);

    protected override MetricSample? If(IfMeasure node) => First(node.Condition, node.Then, node.Else);

    protected override MetricSample? Call(CallMeasure node) => First([.. node.Arguments]);

    protected override MetricSample? Window(WindowMeasure node) =>
        Visit(node.Operand) is { } sample ? sample with { ResponseRate = new WindowMeasure(sample.ResponseRate, node.Window) } : null;

    protected override MetricSample? Every(EveryMeasure node) =>
        Visit(node.Operand) is { } sample ? sample with { ResponseRate = new EveryMeasure(sample.ResponseRate, node.Grain) } : null;

    protected override MetricSample? Metric(MetricMeasure node) => node.Metric.Sample;

    protected override MetricSample? Per(PerMeasure node) => null;

    protected override MetricSample? SharePer(SharePerMeasure node) => null;

    protected override MetricSample? Each(EachMeasure node) => null;

    protected override MetricSample? LeftOut(LeftOutMeasure node) => Visit(node.Operand);

    private MetricSample? First(params Measure[] operands) => operands.Select(Visit).FirstOrDefault(s => s is not null);

    private static MetricSample? OfRows(BoundRows rows)
    {
        if (rows.Source.Sample is not { } sample)
        {
            return null;
        }

        var conditions = rows.Conditions.SelectMany(Conjuncts.Of).Select(c => AskedCondition.Of(c, sample)).Where(c => c is not null).Select(c => (RowStep)new RowFilter(c!));
        var asked = sample.Asked with { Steps = sample.Asked.Steps.AddRange(conditions).AddRange(rows.Steps.Where(s => s is RowWindow)) };
        return new MetricSample(sample.ResponseRate(asked), sample.Asked.Source);
    }
}
