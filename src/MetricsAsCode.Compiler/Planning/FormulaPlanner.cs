using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>
/// Turns a measure into a number over aggregates. A window is remembered as a step on the way down and written at the leaves;
/// a metric is planned once per way it is reached.
/// </summary>
internal sealed class FormulaPlanner(PlanTables tables, FormulaPlanner.Memory memory, EquatableArray<PlanStep> steps) : MeasureVisitor<PlanNumber>
{
    private readonly RowPlanner rows = new(tables);

    public static EquatableArray<PlanMetric> Plan(IEnumerable<MetricSymbol> metrics, PlanTables tables)
    {
        var planner = new FormulaPlanner(tables, new Memory(), default);
        return metrics.Select(m => new PlanMetric(m, planner.OfMetric(m)) { Sample = m.Sample is { } sample ? planner.OfSample(sample) : null }).ToEquatable();
    }

    protected override PlanNumber Literal(MeasureLiteral node) => Shared(new PlanConstant(node.Value, node.Unit, node.Text));

    protected override PlanNumber AsOf(AsOfMeasure node) => Shared(new PlanAsOf());

    protected override PlanNumber Aggregate(AggregateMeasure node)
    {
        var state = AggregateStates.Of(node);
        int aggregate = tables.Aggregate(rows.Select(node.Rows), state, rows.Value(node.Rows, AggregateStates.ValueOf(node)));
        return Shared(new PlanReading(aggregate, node.Kind, node.Parameter, rows.Steps(steps, node.Rows), node.Unit));
    }

    protected override PlanNumber Share(ShareMeasure node)
    {
        int among = tables.Aggregate(rows.Select(node.Base), PlanState.Rows);
        int hits = tables.Aggregate(rows.Select(node.Base.Then(new RowFilter(node.Condition))), PlanState.Rows);
        return Shared(new PlanShare(hits, among, rows.Steps(steps, node.Base)));
    }

    protected override PlanNumber Size(SizeMeasure node) => Shared(new PlanSize(Set(node.Set)));

    protected override PlanNumber Arithmetic(ArithmeticMeasure node) =>
        Shared(new PlanArithmetic(node.Operator, Visit(node.Left), Visit(node.Right), node.Unit));

    protected override PlanNumber Negate(NegateMeasure node) => Shared(new PlanNegate(Visit(node.Operand)));

    protected override PlanNumber Compare(CompareMeasure node) => Shared(new PlanCompare(node.Operator, Visit(node.Left), Visit(node.Right)));

    protected override PlanNumber Logic(LogicMeasure node) => Shared(new PlanLogic(node.IsOr, Visit(node.Left), Visit(node.Right)));

    protected override PlanNumber Not(NotMeasure node) => Shared(new PlanNot(Visit(node.Operand)));

    protected override PlanNumber IsMissing(IsMissingMeasure node) => Shared(new PlanIsMissing(Visit(node.Operand)));

    protected override PlanNumber In(InMeasure node) => Shared(new PlanIn(Visit(node.Operand), node.Choices));

    protected override PlanNumber If(IfMeasure node) =>
        Shared(new PlanIf(Visit(node.Condition), Visit(node.Then), Visit(node.Else), node.Unit));

    protected override PlanNumber Call(CallMeasure node) =>
        Shared(new PlanCall(node.Function, node.Arguments.Select(Visit).ToEquatable(), node.Unit));

    protected override PlanNumber Window(WindowMeasure node) => Under(new PlanWindow(node.Window), node.Operand);

    protected override PlanNumber Every(EveryMeasure node) => Under(new PlanEvery(node.Grain), node.Operand);

    protected override PlanNumber Metric(MetricMeasure node) => OfMetric(node.Metric);

    protected override PlanNumber Per(PerMeasure node)
    {
        var operand = Visit(node.Operand);
        return Shared(new PlanPer(node.Kind, operand, Key(node.Key), node.Parameter, node.Unit));
    }

    protected override PlanNumber SharePer(SharePerMeasure node)
    {
        var condition = Visit(node.Condition);
        return Shared(new PlanSharePer(condition, Key(node.Key)));
    }

    protected override PlanNumber Each(EachMeasure node)
    {
        var operand = new FormulaPlanner(tables, memory, default).Visit(node.Operand);
        return Shared(new PlanEach(node.Kind, operand, node.Grain, node.Parameter, steps, node.Unit));
    }

    protected override PlanNumber LeftOut(LeftOutMeasure node) => Shared(new PlanLeftOut(Visit(node.Operand), Visit(node.Count)));

    private PlanNumber OfMetric(MetricSymbol metric) => memory.Recall(metric, steps, () => Visit(BodyOf(metric)));

    private PlanSample OfSample(MetricSample sample) => new(Visit(sample.ResponseRate), sample.Asked, sample.IsProportion);

    /// <summary>A metric's <c>every</c> is part of its meaning wherever it is used; taking the last whole unit twice changes nothing, but would hide equal numbers.</summary>
    private static Measure BodyOf(MetricSymbol metric) =>
        metric.Every is { } grain && (metric.Body as EveryMeasure)?.Grain != grain ? new EveryMeasure(metric.Body, grain) : metric.Body;

    private PlanKey Key(EntityKey key) => key switch
    {
        ColumnKey => new PlanColumnKey(key.Entity, key.Paths),
        SourceKey source => new PlanSourceKey(rows.Select(source.Rows), rows.Steps(steps, source.Rows), key.Entity, WithOwn(source)),
        SetKey set => new PlanSetKey(Set(set.Set), key.Paths),
        _ => throw Unexpected.Node(key),
    };

    /// <summary>The rows of the key stand for their own key, whether or not the measure reads them.</summary>
    private static EquatableArray<KeyPath> WithOwn(SourceKey key) => key.Paths.Any(p => ReferenceEquals(p.Source, key.Rows.Source))
        ? key.Paths
        : key.Paths.Add(new KeyPath(key.Rows.Source, new RowColumn(default, key.Entity, key.Entity.Type)));

    private PlanSet Set(EntitySet set) => new SetPlanner(rows, tables, steps).Visit(set);

    private PlanNumber Under(PlanStep step, Measure operand)
    {
        var inner = steps.Add(step);
        var number = new FormulaPlanner(tables, memory, inner).Visit(operand);
        return StepFailure.Shows(number) ? number : Shared(new PlanWithin(number, inner));
    }

    private PlanNumber Shared(PlanNumber number) => tables.Number(number);

    /// <summary>What metrics have become, by the steps that lead to them.</summary>
    internal sealed class Memory
    {
        private readonly Dictionary<(MetricSymbol Metric, EquatableArray<PlanStep> Steps), PlanNumber> planned = [];

        public PlanNumber Recall(MetricSymbol metric, EquatableArray<PlanStep> steps, Func<PlanNumber> plan)
        {
            if (!planned.TryGetValue((metric, steps), out var number))
                planned.Add((metric, steps), number = plan());
            return number;
        }
    }
}
