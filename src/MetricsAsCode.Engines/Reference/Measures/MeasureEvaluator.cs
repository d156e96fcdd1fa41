using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Sets;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The value of a measure in a context, read off the bound model node by node.</summary>
internal sealed class MeasureEvaluator
{
    private readonly ScalarAlgebra algebra;
    private readonly Leaves leaves;
    private readonly AggregateEvaluator aggregates;
    private readonly EntityEvaluator entities;

    public MeasureEvaluator(ReferenceData data, Instant asOf)
    {
        algebra = new ScalarAlgebra(data.Clock);
        Windows = new WindowResolver(data.Calendar, asOf);
        var sets = new SetEvaluator(data, asOf, Windows);
        leaves = new Leaves(Windows, sets.Rows);
        Groups = new Groups(data, sets.Rows, leaves);
        aggregates = new AggregateEvaluator(data, sets.Rows, sets, Groups);
        entities = new EntityEvaluator(Evaluate, new Entities(data, sets.Rows, sets, leaves), Groups, leaves);
    }

    public WindowResolver Windows { get; }

    public Groups Groups { get; }

    public Answer Evaluate(Measure measure, Context context)
    {
        try
        {
            return Compute(measure, context);
        }
        catch (NoValueException none)
        {
            return none.Reason;
        }
    }

    private Answer Compute(Measure measure, Context context) => measure switch
    {
        MeasureLiteral literal => new Answer(Constant(literal)),
        AggregateMeasure aggregate => aggregates.Aggregate(aggregate, context),
        ShareMeasure share => aggregates.Share(share, context),
        SizeMeasure size => aggregates.Size(size, leaves.All(size, context.Period), context),
        ArithmeticMeasure arithmetic => Arithmetic(arithmetic, context),
        NegateMeasure negate => Lifted(context, [negate.Operand], operand => Scalar.Of(NumberArithmetic.Negate(((NumberScalar)operand[0]).Number))),
        CompareMeasure compare => Lifted(
            context, [compare.Left, compare.Right], operand => Scalar.Of(algebra.Compare(compare.Operator, operand[0], operand[1]))),
        LogicMeasure logic => Logic(logic, context),
        NotMeasure not => Lifted(context, [not.Operand], operand => Scalar.Of(ScalarAlgebra.Truth(operand[0]) == false)),
        IsMissingMeasure isMissing => IsMissing(Evaluate(isMissing.Operand, context)),
        InMeasure @in => Lifted(context, [@in.Operand], operand => Scalar.Of(IsAmong(operand[0], @in))),
        IfMeasure @if => If(@if, context),
        CallMeasure { Function: ScalarFunction.Coalesce } coalesce => Coalesce(coalesce, context),
        CallMeasure call => Lifted(context, [.. call.Arguments], arguments => algebra.Call(call.Function, arguments)),
        WindowMeasure window => Evaluate(window.Operand, context.At(Windows.Apply(window.Window, context.Period))),
        EveryMeasure every => Evaluate(every.Operand, context.At(Windows.LastWhole(every.Grain, context.Period))),
        MetricMeasure { Metric: { Every: { } grain } metric } => Evaluate(metric.Body, context.At(Windows.LastWhole(grain, context.Period))),
        MetricMeasure { Metric: var metric } => Evaluate(metric.Body, context),
        PerMeasure per => entities.Per(per, context),
        SharePerMeasure per => entities.SharePer(per, context),
        EachMeasure each => entities.Each(each, context),
        _ => throw new InvalidOperationException($"Unexpected measure {measure.GetType().Name}."),
    };

    private static Scalar Constant(MeasureLiteral literal) => literal.Unit.Kind switch
    {
        UnitKind.Condition => Scalar.Of(literal.Value != 0),
        UnitKind.Date => new DateScalar((int)literal.Value),
        UnitKind.Timestamp => new TimestampScalar((long)literal.Value),
        _ => Scalar.Of(ReferenceNumber.Constant(literal.Value)),
    };

    // "Any other function of a missing operand is missing"; its reason is "the first in reading order".
    private Answer Lifted(Context context, IReadOnlyList<Measure> operands, Func<IReadOnlyList<Scalar>, Scalar> compute)
    {
        var answers = operands.Select(operand => Evaluate(operand, context)).ToList();
        return Answer.Of(Lifted(answers, compute), answers);
    }

    private static Found Lifted(IReadOnlyList<Answer> operands, Func<IReadOnlyList<Scalar>, Scalar> compute) =>
        FirstReason(operands) is { } reason ? reason : Found.Try(() => compute([.. operands.Select(o => o.Value!)]));

    private static Values.Reason? FirstReason(IReadOnlyList<Answer> answers) => answers.Select(a => a.Reason).FirstOrDefault(r => r is not null);

    // "Numerator and denominator (the operands of an outermost division)"; n is then that of the denominator.
    private Answer Arithmetic(ArithmeticMeasure node, Context context)
    {
        var (left, right) = (Evaluate(node.Left, context), Evaluate(node.Right, context));
        var found = Lifted([left, right], operands =>
            algebra.Apply(node.Operator, new(operands[0], IsMoney(node.Left)), new(operands[1], IsMoney(node.Right))));
        var answer = Answer.Of(found, left, right);
        return node.Operator == ArithmeticOperator.Divide
            ? answer with { Numerator = left.Result, Denominator = right.Result, N = right.FirstN ?? left.FirstN }
            : answer;
    }

    private static bool IsMoney(Measure operand) => operand.Unit.Kind == UnitKind.Money;

    private Answer Logic(LogicMeasure node, Context context)
    {
        var (left, right) = (Evaluate(node.Left, context), Evaluate(node.Right, context));
        var (a, b) = (ScalarAlgebra.Truth(left.Value), ScalarAlgebra.Truth(right.Value));
        Found found = (node.IsOr ? Kleene.Or(a, b) : Kleene.And(a, b)) is { } known ? Scalar.Of(known) : FirstReason([left, right])!;
        return Answer.Of(found, left, right);
    }

    private static Answer IsMissing(Answer operand) => Answer.Of(Scalar.Of(operand.Value is null), operand);

    private bool IsAmong(Scalar value, InMeasure node) =>
        node.Choices.Any(choice => algebra.Compare(Comparison.Equal, value, ScalarAlgebra.Of(choice)));

    // "`if` with an unknown condition takes `else`."
    private Answer If(IfMeasure node, Context context)
    {
        var condition = Evaluate(node.Condition, context);
        var (then, otherwise) = (Evaluate(node.Then, context), Evaluate(node.Else, context));
        return Answer.Of((ScalarAlgebra.Truth(condition.Value) == true ? then : otherwise).Result, condition, then, otherwise);
    }

    // The first known argument; with none known, the first reason.
    private Answer Coalesce(CallMeasure node, Context context)
    {
        var arguments = node.Arguments.Select(argument => Evaluate(argument, context)).ToList();
        return Answer.Of((arguments.Find(a => a.Value is not null) ?? arguments[0]).Result, arguments);
    }
}
