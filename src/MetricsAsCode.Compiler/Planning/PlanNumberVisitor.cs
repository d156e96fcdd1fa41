using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Switches once over the plan's numbers, so that every pass names every node and a new node breaks the build where it must.</summary>
public abstract class PlanNumberVisitor<T>
{
    public T Visit(PlanNumber number) => number switch
    {
        PlanConstant node => Constant(node),
        PlanAsOf node => AsOf(node),
        PlanReading node => Reading(node),
        PlanShare node => Share(node),
        PlanSize node => Size(node),
        PlanArithmetic node => Arithmetic(node),
        PlanNegate node => Negate(node),
        PlanCompare node => Compare(node),
        PlanLogic node => Logic(node),
        PlanNot node => Not(node),
        PlanIsMissing node => IsMissing(node),
        PlanIn node => In(node),
        PlanIf node => If(node),
        PlanCall node => Call(node),
        PlanPer node => Per(node),
        PlanSharePer node => SharePer(node),
        PlanEach node => Each(node),
        PlanWithin node => Within(node),
        PlanLeftOut node => LeftOut(node),
        _ => throw Unexpected.Node(number),
    };

    protected abstract T Constant(PlanConstant node);

    protected abstract T AsOf(PlanAsOf node);

    protected abstract T Reading(PlanReading node);

    protected abstract T Share(PlanShare node);

    protected abstract T Size(PlanSize node);

    protected abstract T Arithmetic(PlanArithmetic node);

    protected abstract T Negate(PlanNegate node);

    protected abstract T Compare(PlanCompare node);

    protected abstract T Logic(PlanLogic node);

    protected abstract T Not(PlanNot node);

    protected abstract T IsMissing(PlanIsMissing node);

    protected abstract T In(PlanIn node);

    protected abstract T If(PlanIf node);

    protected abstract T Call(PlanCall node);

    protected abstract T Per(PlanPer node);

    protected abstract T SharePer(PlanSharePer node);

    protected abstract T Each(PlanEach node);

    protected abstract T Within(PlanWithin node);

    protected abstract T LeftOut(PlanLeftOut node);
}
