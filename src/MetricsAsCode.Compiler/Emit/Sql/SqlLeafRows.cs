using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>The rows that a number reads, also inside numbers per entity, and from where.</summary>
internal sealed class SqlLeafRows : PlanNumberVisitor<IEnumerable<(int Selection, EquatableArray<PlanStep> Steps)>>
{
    private readonly Plan plan;
    private readonly bool withKeys;

    private SqlLeafRows(Plan plan, bool withKeys) => (this.plan, this.withKeys) = (plan, withKeys);

    public static IEnumerable<(int Selection, EquatableArray<PlanStep> Steps)> OfAggregates(Plan plan, PlanNumber number) => new SqlLeafRows(plan, withKeys: false).Visit(number).Distinct();

    /// <summary>The same with the rows that say which entities a <c>per</c> is computed for.</summary>
    public static IEnumerable<(int Selection, EquatableArray<PlanStep> Steps)> All(Plan plan, PlanNumber number) => new SqlLeafRows(plan, withKeys: true).Visit(number).Distinct();

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Constant(PlanConstant node) => [];

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Reading(PlanReading node) => [(plan.Aggregates[node.Aggregate].Selection, node.Steps)];

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Share(PlanShare node) => [(plan.Aggregates[node.Base].Selection, node.Steps)];

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Size(PlanSize node) => OfSet(node.Set);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Arithmetic(PlanArithmetic node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Negate(PlanNegate node) => Visit(node.Operand);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Compare(PlanCompare node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Logic(PlanLogic node) => Visit(node.Left).Concat(Visit(node.Right));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Not(PlanNot node) => Visit(node.Operand);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> IsMissing(PlanIsMissing node) => Visit(node.Operand);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> In(PlanIn node) => Visit(node.Operand);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> If(PlanIf node) => Visit(node.Condition).Concat(Visit(node.Then)).Concat(Visit(node.Else));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Call(PlanCall node) => node.Arguments.SelectMany(Visit);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Per(PlanPer node) => Visit(node.Operand).Concat(OfKey(node.Key));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> SharePer(PlanSharePer node) => Visit(node.Condition).Concat(OfKey(node.Key));

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Each(PlanEach node) => throw new SqlRefusal("`each` inside `per`");

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> Within(PlanWithin node) => Visit(node.Operand);

    protected override IEnumerable<(int, EquatableArray<PlanStep>)> LeftOut(PlanLeftOut node) => Visit(node.Operand);

    private IEnumerable<(int, EquatableArray<PlanStep>)> OfKey(PlanKey key) => key switch
    {
        _ when !withKeys => [],
        PlanColumnKey => [],   // Its entities are those of the aggregates.
        PlanSourceKey source => [(source.Selection, source.Steps)],
        PlanSetKey set => OfSet(set.Set),
        _ => throw Unexpected.Node(key),
    };

    private IEnumerable<(int, EquatableArray<PlanStep>)> OfSet(PlanSet set) => set switch
    {
        PlanSetReading reading => [(plan.Aggregates[reading.Aggregate].Selection, reading.Steps)],
        PlanSetCombination node => OfSet(node.Left).Concat(OfSet(node.Right)),
        _ => throw Unexpected.Node(set),
    };
}
