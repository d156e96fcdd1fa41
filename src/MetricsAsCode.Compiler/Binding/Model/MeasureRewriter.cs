using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Rebuilds a measure from its leaves up. A pass overrides the nodes it is about; a new node breaks the build here.</summary>
public abstract class MeasureRewriter
{
    public virtual Measure Rewrite(Measure measure) => measure switch
    {
        MeasureLiteral or AsOfMeasure or InMeasure { Operand: MeasureLiteral } => measure,
        AggregateMeasure m => Seen(m) with { Rows = RewriteRows(m.Rows) },
        ShareMeasure m => Seen(m) with { Base = RewriteRows(m.Base) },
        SizeMeasure m => m with { Set = RewriteSet(m.Set) },
        ArithmeticMeasure m => m with { Left = Rewrite(m.Left), Right = Rewrite(m.Right) },
        NegateMeasure m => m with { Operand = Rewrite(m.Operand) },
        CompareMeasure m => m with { Left = Rewrite(m.Left), Right = Rewrite(m.Right) },
        LogicMeasure m => m with { Left = Rewrite(m.Left), Right = Rewrite(m.Right) },
        NotMeasure m => m with { Operand = Rewrite(m.Operand) },
        IsMissingMeasure m => m with { Operand = Rewrite(m.Operand) },
        InMeasure m => m with { Operand = Rewrite(m.Operand) },
        IfMeasure m => m with { Condition = Rewrite(m.Condition), Then = Rewrite(m.Then), Else = Rewrite(m.Else) },
        CallMeasure m => m with { Arguments = m.Arguments.Select(Rewrite).ToEquatable() },
        WindowMeasure m => Windowed(m),
        EveryMeasure m => m with { Operand = Rewrite(m.Operand) },
        MetricMeasure m => RewriteMetric(m),
        PerMeasure m => m with { Operand = Rewrite(m.Operand), Key = RewriteKey(m.Key) },
        SharePerMeasure m => m with { Condition = Rewrite(m.Condition), Key = RewriteKey(m.Key) },
        EachMeasure m => Seen(m) with { Operand = Rewrite(m.Operand) },
        LeftOutMeasure m => m with { Operand = Rewrite(m.Operand), Count = Rewrite(m.Count) },
        _ => throw new InvalidOperationException($"Unexpected measure {measure.GetType().Name}."),
    };

    protected abstract BoundRows RewriteRows(BoundRows rows);

    protected virtual Measure RewriteMetric(MetricMeasure measure) => measure;

    public EntitySet RewriteSet(EntitySet set) => set switch
    {
        SetOfRows s => Seen(s) with { Rows = RewriteRows(s.Rows) },
        SetCombination s => s with { Left = RewriteSet(s.Left), Right = RewriteSet(s.Right) },
        SetWindow s => Windowed(s),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    /// <summary>A window on a number or a set, before what it stands on.</summary>
    protected virtual void Visit(WindowStep window)
    {
    }

    private WindowMeasure Windowed(WindowMeasure measure)
    {
        Visit(measure.Window);
        return measure with { Operand = Rewrite(measure.Operand) };
    }

    private SetWindow Windowed(SetWindow set)
    {
        Visit(set.Window);
        return set with { Set = RewriteSet(set.Set) };
    }

    /// <summary>An aggregate or share over rows, before its rows.</summary>
    protected virtual void Leaf(Measure measure)
    {
    }

    /// <summary>The element of a set, before its rows.</summary>
    protected virtual void Element(RowColumn element)
    {
    }

    /// <summary>The key of a <c>per</c>, before its rows or set.</summary>
    protected virtual void Key(EntityKey key)
    {
    }

    /// <summary>A number over the units of a period, before its operand.</summary>
    protected virtual void Units(EachMeasure measure)
    {
    }

    private EachMeasure Seen(EachMeasure measure)
    {
        Units(measure);
        return measure;
    }

    private T Seen<T>(T leaf)
        where T : Measure
    {
        Leaf(leaf);
        return leaf;
    }

    private SetOfRows Seen(SetOfRows set)
    {
        Element(set.Element);
        return set;
    }

    private EntityKey RewriteKey(EntityKey key)
    {
        Key(key);
        return Rebuilt(key);
    }

    private EntityKey Rebuilt(EntityKey key) => key switch
    {
        ColumnKey => key,
        SourceKey k => k with { Rows = RewriteRows(k.Rows) },
        SetKey k => k with { Set = RewriteSet(k.Set) },
        _ => throw new InvalidOperationException($"Unexpected key {key.GetType().Name}."),
    };
}
