using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>
/// Whether a number has no value for certain when the steps that all its leaves begin with lead nowhere, and for that reason: the first operand in reading order
/// that can miss must show it. A reading does, and missing operands make most operators miss; but <c>coalesce</c>, <c>if</c>, <c>is missing</c>, logic, constants
/// and numbers per entity can have a value all the same. Of a division both operands must, since they are shown as its parts.
/// </summary>
internal sealed class StepFailure : PlanNumberVisitor<bool>
{
    private static readonly StepFailure Visitor = new();

    public static bool Shows(PlanNumber number) => Visitor.Visit(number);

    protected override bool Constant(PlanConstant node) => false;

    protected override bool AsOf(PlanAsOf node) => false;

    protected override bool Reading(PlanReading node) => true;

    protected override bool Share(PlanShare node) => true;

    protected override bool Size(PlanSize node) => true;

    protected override bool Arithmetic(PlanArithmetic node) =>
        node.Operator == ArithmeticOperator.Divide ? Visit(node.Left) && Visit(node.Right) : First([node.Left, node.Right]);

    protected override bool Negate(PlanNegate node) => Visit(node.Operand);

    protected override bool Compare(PlanCompare node) => First([node.Left, node.Right]);

    protected override bool Logic(PlanLogic node) => false;

    protected override bool Not(PlanNot node) => Visit(node.Operand);

    protected override bool IsMissing(PlanIsMissing node) => false;

    protected override bool In(PlanIn node) => Visit(node.Operand);

    protected override bool If(PlanIf node) => false;

    protected override bool Call(PlanCall node) => node.Function != ScalarFunction.Coalesce && First(node.Arguments);

    protected override bool Per(PlanPer node) => false;

    protected override bool SharePer(PlanSharePer node) => false;

    protected override bool Each(PlanEach node) => true;

    protected override bool Within(PlanWithin node) => true;

    protected override bool LeftOut(PlanLeftOut node) => Visit(node.Operand);

    private bool First(IEnumerable<PlanNumber> operands) => operands.FirstOrDefault(o => o is not (PlanConstant or PlanAsOf)) is { } first && Visit(first);
}
