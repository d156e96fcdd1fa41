using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

/// <summary>The value of a row expression for one row; null is missing, and for a condition unknown.</summary>
/// <param name="members">The members of a set "of the rows' period".</param>
internal sealed class RowEvaluator(ReferenceData data, Func<EntitySet, IReadOnlySet<Scalar>> members)
{
    private readonly ScalarAlgebra algebra = new(data.Clock);

    /// <summary>"<c>where</c> and <c>share</c> count known true."</summary>
    public bool IsTrue(RowExpression condition, int row) => Truth(condition, row) == true;

    public Scalar? Evaluate(RowExpression expression, int row) => expression switch
    {
        RowLiteral literal => ScalarAlgebra.Of(literal.Value),
        RowColumn column => data.Value(column, row),
        RowAsOf => data.AsOf is { } asOf ? new TimestampScalar(asOf.Microseconds) : null,
        RowArithmetic arithmetic => Arithmetic(arithmetic, row),
        RowNegate negate => Negate(negate, row),
        RowCompare compare => Evaluate(compare.Left, row) is { } left && Evaluate(compare.Right, row) is { } right
            ? Scalar.Of(algebra.Compare(compare.Operator, left, right))
            : null,
        RowLogic { IsOr: false } and => Known(Kleene.And(Truth(and.Left, row), Truth(and.Right, row))),
        RowLogic or => Known(Kleene.Or(Truth(or.Left, row), Truth(or.Right, row))),
        RowNot not => Known(Kleene.Not(Truth(not.Operand, row))),
        RowIn { Choices: var choices } @in => Evaluate(@in.Operand, row) is { } value
            ? Scalar.Of(choices.Any(choice => algebra.Compare(Comparison.Equal, value, ScalarAlgebra.Of(choice))))
            : null,
        RowInSet inSet => Evaluate(inSet.Operand, row) is { } entity ? Scalar.Of(members(inSet.Set).Contains(entity)) : null,
        RowIsMissing isMissing => Scalar.Of(Evaluate(isMissing.Operand, row) is null),
        // "`if` with an unknown condition takes `else`."
        RowIf @if => As(@if.Type, Evaluate(IsTrue(@if.Condition, row) ? @if.Then : @if.Else, row)),
        RowCall call => As(call.Type, Call(call, row)),
        _ => throw new InvalidOperationException($"Unexpected row expression {expression.GetType().Name}."),
    };

    private static Scalar? Known(bool? truth) => truth is { } known ? Scalar.Of(known) : null;

    private bool? Truth(RowExpression condition, int row) => ScalarAlgebra.Truth(Evaluate(condition, row));

    private Scalar? Arithmetic(RowArithmetic node, int row)
    {
        if (Evaluate(node.Left, row) is not { } left || Evaluate(node.Right, row) is not { } right)
            return null;
        // "Division by zero is missing."
        if (node.Operator == ArithmeticOperator.Divide && right is NumberScalar { Number.IsZero: true })
            return null;
        return algebra.Apply(node.Operator, new(left, IsMoney(node.Left)), new(right, IsMoney(node.Right)));
    }

    private static bool IsMoney(RowExpression operand) => operand.Type.Kind == ScalarKind.Money;

    private NumberScalar? Negate(RowNegate node, int row) =>
        Evaluate(node.Operand, row) is NumberScalar operand ? Scalar.Of(NumberArithmetic.Negate(operand.Number)) : null;

    // "Any other function of a missing operand is missing, except `coalesce`": the first known argument.
    private Scalar? Call(RowCall call, int row)
    {
        var arguments = call.Arguments.Select(argument => Evaluate(argument, row)).ToList();
        if (call.Function == ScalarFunction.Coalesce)
            return arguments.FirstOrDefault(argument => argument is not null);
        return arguments.Contains(null) ? null : algebra.Call(call.Function, [.. arguments.OfType<Scalar>()]);
    }

    // Branches of different types meet in the type of the whole: exact beside number is number, a date beside a timestamp its local midnight.
    private Scalar? As(ScalarType type, Scalar? value) => (type.Kind, value) switch
    {
        (ScalarKind.Number, NumberScalar number) => Scalar.Of(ReferenceNumber.Real(number.Number.ToDouble())),
        (ScalarKind.Decimal or ScalarKind.Money, NumberScalar { Number: ExactNumber exact }) => Scalar.Of(exact.AtScale(type.Scale)),
        (ScalarKind.Timestamp, DateScalar date) => new TimestampScalar(data.Clock.InstantOf(date).Microseconds),
        _ => value,
    };
}
