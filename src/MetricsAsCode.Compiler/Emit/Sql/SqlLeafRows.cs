using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Rows that a number reads.</summary>
/// <param name="Selection">The rows.</param>
/// <param name="Steps">Where they are read from.</param>
/// <param name="Units">The <c>each</c> whose units they are read in, the outermost first.</param>
internal sealed record SqlLeafPlace(int Selection, EquatableArray<PlanStep> Steps, EquatableArray<PlanEach> Units);

/// <summary>The rows that a number reads, also inside numbers per entity and unit, and from where.</summary>
internal sealed class SqlLeafRows : PlanNumberVisitor<IEnumerable<SqlLeafPlace>>
{
    private readonly Plan plan;
    private readonly bool withKeys;
    private readonly EquatableArray<PlanEach> units;

    private SqlLeafRows(Plan plan, bool withKeys, EquatableArray<PlanEach> units) => (this.plan, this.withKeys, this.units) = (plan, withKeys, units);

    public static IEnumerable<SqlLeafPlace> OfAggregates(Plan plan, PlanNumber number) => new SqlLeafRows(plan, withKeys: false, default).Visit(number).Distinct();

    /// <summary>The same with the rows that say which entities a <c>per</c> is computed for.</summary>
    public static IEnumerable<SqlLeafPlace> All(Plan plan, PlanNumber number) => new SqlLeafRows(plan, withKeys: true, default).Visit(number).Distinct();

    protected override IEnumerable<SqlLeafPlace> Constant(PlanConstant node) => [];

    protected override IEnumerable<SqlLeafPlace> AsOf(PlanAsOf node) => [];

    protected override IEnumerable<SqlLeafPlace> Reading(PlanReading node) => [OfAggregate(node.Aggregate, node.Steps)];

    protected override IEnumerable<SqlLeafPlace> Share(PlanShare node) => [OfAggregate(node.Base, node.Steps)];

    protected override IEnumerable<SqlLeafPlace> Size(PlanSize node) => OfSet(node.Set);

    protected override IEnumerable<SqlLeafPlace> Arithmetic(PlanArithmetic node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<SqlLeafPlace> Negate(PlanNegate node) => Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> Compare(PlanCompare node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<SqlLeafPlace> Logic(PlanLogic node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<SqlLeafPlace> Not(PlanNot node) => Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> IsMissing(PlanIsMissing node) => Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> In(PlanIn node) => Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> If(PlanIf node) => Visit(node.Condition).Concat(Visit(node.Then)).Concat(Visit(node.Else));

    protected override IEnumerable<SqlLeafPlace> Call(PlanCall node) => node.Arguments.SelectMany(Visit);

    protected override IEnumerable<SqlLeafPlace> Per(PlanPer node) => Visit(node.Operand).Concat(OfKey(node.Key));

    protected override IEnumerable<SqlLeafPlace> SharePer(PlanSharePer node) => Visit(node.Condition).Concat(OfKey(node.Key));

    protected override IEnumerable<SqlLeafPlace> Each(PlanEach node) => new SqlLeafRows(plan, withKeys, units.AddRange([node])).Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> Within(PlanWithin node) => Visit(node.Operand);

    protected override IEnumerable<SqlLeafPlace> LeftOut(PlanLeftOut node) => Visit(node.Operand);

    private IEnumerable<SqlLeafPlace> OfKey(PlanKey key) => key switch
    {
        _ when !withKeys => [],
        PlanColumnKey => [],   // Its entities are those of the aggregates.
        PlanSourceKey source => [new SqlLeafPlace(source.Selection, source.Steps, units)],
        PlanSetKey set => OfSet(set.Set),
        _ => throw Unexpected.Node(key),
    };

    private IEnumerable<SqlLeafPlace> OfSet(PlanSet set) => SqlReach.ReadingsOf(set).Select(reading => OfAggregate(reading.Aggregate, reading.Steps));

    private SqlLeafPlace OfAggregate(int aggregate, EquatableArray<PlanStep> steps) => new(plan.Aggregates[aggregate].Selection, steps, units);
}
