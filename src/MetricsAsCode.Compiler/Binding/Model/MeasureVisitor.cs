namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Switches once over the measures, so that every pass names every node and a new node breaks the build where it must.</summary>
public abstract class MeasureVisitor<T>
{
    public T Visit(Measure measure) => measure switch
    {
        MeasureLiteral node => Literal(node),
        AsOfMeasure node => AsOf(node),
        AggregateMeasure node => Aggregate(node),
        ShareMeasure node => Share(node),
        SizeMeasure node => Size(node),
        ArithmeticMeasure node => Arithmetic(node),
        NegateMeasure node => Negate(node),
        CompareMeasure node => Compare(node),
        LogicMeasure node => Logic(node),
        NotMeasure node => Not(node),
        IsMissingMeasure node => IsMissing(node),
        InMeasure node => In(node),
        IfMeasure node => If(node),
        CallMeasure node => Call(node),
        WindowMeasure node => Window(node),
        EveryMeasure node => Every(node),
        MetricMeasure node => Metric(node),
        PerMeasure node => Per(node),
        SharePerMeasure node => SharePer(node),
        EachMeasure node => Each(node),
        LeftOutMeasure node => LeftOut(node),
        _ => throw Unexpected.Node(measure),
    };

    protected abstract T Literal(MeasureLiteral node);

    protected abstract T AsOf(AsOfMeasure node);

    protected abstract T Aggregate(AggregateMeasure node);

    protected abstract T Share(ShareMeasure node);

    protected abstract T Size(SizeMeasure node);

    protected abstract T Arithmetic(ArithmeticMeasure node);

    protected abstract T Negate(NegateMeasure node);

    protected abstract T Compare(CompareMeasure node);

    protected abstract T Logic(LogicMeasure node);

    protected abstract T Not(NotMeasure node);

    protected abstract T IsMissing(IsMissingMeasure node);

    protected abstract T In(InMeasure node);

    protected abstract T If(IfMeasure node);

    protected abstract T Call(CallMeasure node);

    protected abstract T Window(WindowMeasure node);

    protected abstract T Every(EveryMeasure node);

    protected abstract T Metric(MetricMeasure node);

    protected abstract T Per(PerMeasure node);

    protected abstract T SharePer(SharePerMeasure node);

    protected abstract T Each(EachMeasure node);

    protected abstract T LeftOut(LeftOutMeasure node);
}
