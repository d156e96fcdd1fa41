using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;
using WindowStep = MetricsAsCode.Compiler.Binding.Model.WindowStep;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Rows that a measure reads, and the period at hand where it reads them (before the rows' own windows).</summary>
internal sealed record Leaf(BoundRows Rows, Stretch Period);

/// <summary>Finds every leaf of a measure at a period, in reading order. A leaf whose window has no stretch is none.</summary>
internal sealed class Leaves(WindowResolver windows, RowSelector rows)
{
    /// <summary>The rows of the measure's aggregates.</summary>
    public IEnumerable<Leaf> OfAggregates(Measure measure, Stretch period) => Of(measure, period, withKeys: false);

    /// <summary>The rows of the aggregates and of the entities that a <c>per</c> is computed for.</summary>
    public IEnumerable<Leaf> All(Measure measure, Stretch period) => Of(measure, period, withKeys: true);

    /// <summary>"The rows of a source that exist by the end of P": those of any time up to it.</summary>
    public static BoundRows UpToTheEnd(BoundRows rows) =>
        rows with { Steps = new EquatableArray<RowStep>([new RowWindow(new WindowStep(WindowForm.Ever)), .. rows.Steps]) };

    /// <summary>"Each day (week, month) that ends inside P and has ended"; in a P without a first day from the earliest row on.</summary>
    public IEnumerable<Stretch> UnitsOf(EachMeasure each, Stretch period)
    {
        var lastDay = new Stretch(period.End.AddDays(-1), period.End, Time.Grain.Day);
        var since = period.First ?? All(each.Operand, lastDay).Select(leaf => rows.EarliestDay(leaf.Rows)).Min();
        return windows.UnitsEndingIn(period with { First = since }, each.Grain);
    }

    private IEnumerable<Leaf> Of(Measure measure, Stretch period, bool withKeys) => measure switch
    {
        MeasureLiteral => [],
        AggregateMeasure aggregate => OfRows(aggregate.Rows, period),
        ShareMeasure share => OfRows(share.Base, period),
        SizeMeasure size => OfSet(size.Set, period),
        ArithmeticMeasure node => OfEach(period, withKeys, node.Left, node.Right),
        NegateMeasure node => Of(node.Operand, period, withKeys),
        CompareMeasure node => OfEach(period, withKeys, node.Left, node.Right),
        LogicMeasure node => OfEach(period, withKeys, node.Left, node.Right),
        NotMeasure node => Of(node.Operand, period, withKeys),
        IsMissingMeasure node => Of(node.Operand, period, withKeys),
        InMeasure node => Of(node.Operand, period, withKeys),
        IfMeasure node => OfEach(period, withKeys, node.Condition, node.Then, node.Else),
        CallMeasure node => OfEach(period, withKeys, [.. node.Arguments]),
        WindowMeasure node => At(() => windows.Apply(node.Window, period), to => Of(node.Operand, to, withKeys)),
        EveryMeasure node => At(() => windows.LastWhole(node.Grain, period), to => Of(node.Operand, to, withKeys)),
        MetricMeasure { Metric: { Every: { } grain } metric } => At(() => windows.LastWhole(grain, period), to => Of(metric.Body, to, withKeys)),
        MetricMeasure { Metric: var metric } => Of(metric.Body, period, withKeys),
        PerMeasure per => [.. Of(per.Operand, period, withKeys), .. OfKey(per.Key, period, withKeys)],
        SharePerMeasure per => [.. Of(per.Condition, period, withKeys), .. OfKey(per.Key, period, withKeys)],
        EachMeasure each => UnitsOf(each, period).SelectMany(unit => Of(each.Operand, unit, withKeys)),
        _ => throw new InvalidOperationException($"Unexpected measure {measure.GetType().Name}."),
    };

    private IEnumerable<Leaf> OfEach(Stretch period, bool withKeys, params IReadOnlyList<Measure> operands) =>
        operands.SelectMany(operand => Of(operand, period, withKeys));

    private IEnumerable<Leaf> OfKey(EntityKey key, Stretch period, bool withKeys) => key switch
    {
        _ when !withKeys => [],
        ColumnKey => [], // Its entities are those of the aggregates.
        SourceKey source => OfRows(UpToTheEnd(source.Rows), period),
        SetKey set => OfSet(set.Set, period),
        _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
    };

    private IEnumerable<Leaf> OfSet(EntitySet set, Stretch period) => set switch
    {
        SetOfRows ofRows => OfRows(ofRows.Rows, period),
        SetCombination both => [.. OfSet(both.Left, period), .. OfSet(both.Right, period)],
        SetWindow window => At(() => windows.Apply(window.Window, period), to => OfSet(window.Set, to)),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    private IEnumerable<Leaf> OfRows(BoundRows bound, Stretch period) =>
        At(() => rows.StretchOf(bound, period), _ => [new Leaf(bound, period)]);

    private static IEnumerable<Leaf> At(Func<Stretch> aim, Func<Stretch, IEnumerable<Leaf>> leaves)
    {
        Stretch stretch;
        try
        {
            stretch = aim();
        }
        catch (NoValueException)
        {
            return [];
        }

        return leaves(stretch);
    }
}
