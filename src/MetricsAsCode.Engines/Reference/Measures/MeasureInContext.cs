using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using UnitKind = MetricsAsCode.Compiler.Symbols.UnitKind;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>The value of a measure in one context, read off the bound model node by node.</summary>
internal sealed class MeasureInContext(MeasureEvaluator parts, Context context) : MeasureVisitor<Answer>
{
    protected override Answer Literal(MeasureLiteral node) => new(ScalarAlgebra.Of(Compiler.Binding.Model.Literal.Of(node.Value, node.Text, node.Unit)));

    protected override Answer AsOf(AsOfMeasure node) => new(new TimestampScalar(parts.AsOf.Microseconds));

    protected override Answer Aggregate(AggregateMeasure node) => parts.Aggregates.Aggregate(node, context);

    protected override Answer Share(ShareMeasure node) => parts.Aggregates.Share(node, context);

    protected override Answer Size(SizeMeasure node) => parts.Aggregates.Size(node, parts.Leaves.All(node, context.Period), context);

    // "Numerator and denominator (the operands of an outermost division)"; n is then that of the denominator.
    protected override Answer Arithmetic(ArithmeticMeasure node)
    {
        var (left, right) = (Of(node.Left), Of(node.Right));
        var found = Lifted([left, right], operands =>
            parts.Algebra.Apply(node.Operator, new(operands[0], IsMoney(node.Left)), new(operands[1], IsMoney(node.Right))));
        var answer = Answer.Of(found, left, right);
        return node.Operator == ArithmeticOperator.Divide
            ? answer with { Numerator = left.Result, Denominator = right.Result, N = right.FirstN ?? left.FirstN }
            : answer;
    }

    protected override Answer Negate(NegateMeasure node) =>
        Lifted([node.Operand], operands => Scalar.Of(NumberArithmetic.Negate(((NumberScalar)operands[0]).Number)));

    protected override Answer Compare(CompareMeasure node) =>
        Lifted([node.Left, node.Right], operands => Scalar.Of(parts.Algebra.Compare(node.Operator, operands[0], operands[1])));

    protected override Answer Logic(LogicMeasure node)
    {
        var (left, right) = (Of(node.Left), Of(node.Right));
        var (a, b) = (ScalarAlgebra.Truth(left.Value), ScalarAlgebra.Truth(right.Value));
        var known = node.IsOr ? Kleene.Or(a, b) : Kleene.And(a, b);
        return Answer.Of(known is { } truth ? Scalar.Of(truth) : FirstReason([left, right])!, left, right);
    }

    protected override Answer Not(NotMeasure node) => Lifted([node.Operand], operands => Scalar.Of(ScalarAlgebra.Truth(operands[0]) == false));

    // Never missing itself.
    protected override Answer IsMissing(IsMissingMeasure node)
    {
        var operand = Of(node.Operand);
        return Answer.Of(Scalar.Of(operand.Value is null), operand);
    }

    protected override Answer In(InMeasure node) => Lifted([node.Operand], operands =>
        Scalar.Of(node.Choices.Any(choice => parts.Algebra.Compare(Comparison.Equal, operands[0], ScalarAlgebra.Of(choice)))));

    // "`if` with an unknown condition takes `else`."
    protected override Answer If(IfMeasure node)
    {
        var (condition, then, otherwise) = (Of(node.Condition), Of(node.Then), Of(node.Else));
        return Answer.Of((ScalarAlgebra.Truth(condition.Value) == true ? then : otherwise).Result, condition, then, otherwise);
    }

    // `coalesce` is the first known argument; with none known, the first reason.
    protected override Answer Call(CallMeasure node)
    {
        if (node.Function != ScalarFunction.Coalesce)
            return Lifted([.. node.Arguments], arguments => parts.Algebra.Call(node.Function, arguments));
        var arguments = node.Arguments.Select(Of).ToList();
        return Answer.Of((arguments.Find(a => a.Value is not null) ?? arguments[0]).Result, arguments);
    }

    protected override Answer Window(WindowMeasure node) => At(parts.Windows.Apply(node.Window, context.Period), node.Operand);

    protected override Answer Every(EveryMeasure node) => At(parts.Windows.LastWhole(node.Grain, context.Period), node.Operand);

    // "Another metric, with its own `every`." A body that begins with the same `every` is not moved by it once more.
    protected override Answer Metric(MetricMeasure node) => node.Metric.Every is { } grain
        ? At(parts.Windows.LastWhole(grain, context.Period), node.Metric.Body)
        : Of(node.Metric.Body);

    protected override Answer Per(PerMeasure node) => parts.Entities.Per(node, context);

    protected override Answer SharePer(SharePerMeasure node) => parts.Entities.SharePer(node, context);

    protected override Answer Each(EachMeasure node) => parts.Entities.Each(node, context);

    // "If the operand is missing for want of rows and some are left out, the reason is immature."
    protected override Answer LeftOut(LeftOutMeasure node)
    {
        var operand = Of(node.Operand);
        long rows = Of(node.Count).Value is NumberScalar { Number: ExactNumber count } ? (long)count.Unscaled : 0;
        bool isImmature = rows > 0 && operand.Reason is { Code: ReasonCode.NoRows or ReasonCode.DivisionByZero };
        return (isImmature ? operand with { Result = Reason.Immature } : operand) with { Immature = [.. operand.Immature, rows] };
    }

    private Answer Of(Measure operand) => parts.Evaluate(operand, context);

    // "A step that fails gives no value with that reason", whatever the formula behind it is.
    private Answer At(Stretch period, Measure operand) => parts.Evaluate(operand, context.At(period));

    // "Missing propagates through arithmetic, comparison and calls"; the reason is "the first in reading order".
    private Answer Lifted(IReadOnlyList<Measure> operands, Func<IReadOnlyList<Scalar>, Scalar> compute)
    {
        var answers = operands.Select(Of).ToList();
        return Answer.Of(Lifted(answers, compute), answers);
    }

    private static Found Lifted(IReadOnlyList<Answer> operands, Func<IReadOnlyList<Scalar>, Scalar> compute) =>
        FirstReason(operands) is { } reason ? reason : Found.Try(() => compute([.. operands.Select(o => o.Value!)]));

    private static Reason? FirstReason(IReadOnlyList<Answer> answers) => answers.Select(a => a.Reason).FirstOrDefault(r => r is not null);

    private static bool IsMoney(Measure operand) => operand.Unit.Kind == UnitKind.Money;
}
