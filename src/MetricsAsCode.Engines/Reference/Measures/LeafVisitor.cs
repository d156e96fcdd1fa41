using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The leaves of a measure at one period.</summary>
/// <param name="withKeys">Whether the rows that say which entities there are count as leaves.</param>
internal sealed class LeafVisitor(Leaves leaves, WindowResolver windows, RowSelector rows, Stretch period, bool withKeys) : MeasureVisitor<IEnumerable<Leaf>>
{
    protected override IEnumerable<Leaf> Literal(MeasureLiteral node) => [];

    protected override IEnumerable<Leaf> AsOf(AsOfMeasure node) => [];

    protected override IEnumerable<Leaf> Aggregate(AggregateMeasure node) => OfRows(node.Rows);

    protected override IEnumerable<Leaf> Share(ShareMeasure node) => OfRows(node.Base);

    protected override IEnumerable<Leaf> Size(SizeMeasure node) => OfSet(node.Set);

    protected override IEnumerable<Leaf> Arithmetic(ArithmeticMeasure node) => OfAll(node.Left, node.Right);

    protected override IEnumerable<Leaf> Negate(NegateMeasure node) => Visit(node.Operand);

    protected override IEnumerable<Leaf> Compare(CompareMeasure node) => OfAll(node.Left, node.Right);

    protected override IEnumerable<Leaf> Logic(LogicMeasure node) => OfAll(node.Left, node.Right);

    protected override IEnumerable<Leaf> Not(NotMeasure node) => Visit(node.Operand);

    protected override IEnumerable<Leaf> IsMissing(IsMissingMeasure node) => Visit(node.Operand);

    protected override IEnumerable<Leaf> In(InMeasure node) => Visit(node.Operand);

    protected override IEnumerable<Leaf> If(IfMeasure node) => OfAll(node.Condition, node.Then, node.Else);

    protected override IEnumerable<Leaf> Call(CallMeasure node) => OfAll([.. node.Arguments]);

    protected override IEnumerable<Leaf> Window(WindowMeasure node) => At(() => windows.Apply(node.Window, period), there => there.Visit(node.Operand));

    protected override IEnumerable<Leaf> Every(EveryMeasure node) => At(() => windows.LastWhole(node.Grain, period), there => there.Visit(node.Operand));

    protected override IEnumerable<Leaf> Metric(MetricMeasure node) => node.Metric.Every is { } grain
        ? At(() => windows.LastWhole(grain, period), there => there.Visit(node.Metric.Body))
        : Visit(node.Metric.Body);

    protected override IEnumerable<Leaf> Per(PerMeasure node) => [.. Visit(node.Operand), .. OfKey(node.Key)];

    protected override IEnumerable<Leaf> SharePer(SharePerMeasure node) => [.. Visit(node.Condition), .. OfKey(node.Key)];

    protected override IEnumerable<Leaf> Each(EachMeasure node) => leaves.UnitsOf(node, period).SelectMany(unit => AtPeriod(unit).Visit(node.Operand));

    protected override IEnumerable<Leaf> LeftOut(LeftOutMeasure node) => Visit(node.Operand);

    private IEnumerable<Leaf> OfAll(params IReadOnlyList<Measure> operands) => operands.SelectMany(Visit);

    private IEnumerable<Leaf> OfKey(EntityKey key) => key switch
    {
        _ when !withKeys => [],
        ColumnKey => [], // Its entities are those of the aggregates.
        SourceKey source => At(() => rows.StretchOf(source.Rows, period), _ => OfRows(Leaves.UpToTheEnd(source.Rows))),
        SetKey set => OfSet(set.Set),
        _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
    };

    private IEnumerable<Leaf> OfSet(EntitySet set) => set switch
    {
        SetOfRows ofRows => OfRows(ofRows.Rows),
        SetCombination both => [.. OfSet(both.Left), .. OfSet(both.Right)],
        SetWindow window => At(() => windows.Apply(window.Window, period), there => there.OfSet(window.Set)),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    private IEnumerable<Leaf> OfRows(BoundRows bound) => At(() => rows.StretchOf(bound, period), _ => [new Leaf(bound, period)]);

    private IEnumerable<Leaf> At(Func<Stretch> aim, Func<LeafVisitor, IEnumerable<Leaf>> leavesThere)
    {
        Stretch there;
        try
        {
            there = aim();
        }
        catch (NoValueException)
        {
            return [];
        }

        return leavesThere(AtPeriod(there));
    }

    private LeafVisitor AtPeriod(Stretch at) => new(leaves, windows, rows, at, withKeys);
}
