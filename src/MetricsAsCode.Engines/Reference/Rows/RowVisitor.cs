using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

/// <summary>The value of a row expression for one row; null is missing, and for a condition unknown.</summary>
internal sealed class RowVisitor(ReferenceData data, Func<EntitySet, IReadOnlySet<Scalar>> members, int row, RowColumn? at) : RowExpressionVisitor<Scalar?>
{
    private readonly ScalarAlgebra algebra = new(data.Clock);

    protected override Scalar Literal(RowLiteral node) => ScalarAlgebra.Of(node.Value);

    protected override Scalar? Column(RowColumn node) => data.Value(node, row, at);

    protected override Scalar? AsOf(RowAsOf node) => data.AsOf is { } asOf ? new TimestampScalar(asOf.Microseconds) : null;

    protected override Scalar? Derived(RowDerived node) => data.OtherRows.Value(node, row);

    protected override Scalar? Arithmetic(RowArithmetic node)
    {
        // Both are computed, also when one is missing: what overflows never depends on another operand.
        if ((Visit(node.Left), Visit(node.Right)) is not ({ } left, { } right))
            return null;
        // "Division by zero is missing."
        if (node.Operator == ArithmeticOperator.Divide && right is NumberScalar { Number.IsZero: true })
            return null;
        return algebra.Apply(node.Operator, new(left, IsMoney(node.Left)), new(right, IsMoney(node.Right)));
    }

    protected override Scalar? Negate(RowNegate node) =>
        Visit(node.Operand) is NumberScalar operand ? Scalar.Of(NumberArithmetic.Negate(operand.Number)) : null;

    protected override Scalar? Compare(RowCompare node) =>
        (Visit(node.Left), Visit(node.Right)) is ({ } left, { } right) ? Scalar.Of(algebra.Compare(node.Operator, left, right)) : null;

    protected override Scalar? Logic(RowLogic node)
    {
        var (left, right) = (Truth(node.Left), Truth(node.Right));
        return Known(node.IsOr ? Kleene.Or(left, right) : Kleene.And(left, right));
    }

    protected override Scalar? Not(RowNot node) => Known(Kleene.Not(Truth(node.Operand)));

    protected override Scalar? In(RowIn node) => Visit(node.Operand) is { } value
        ? Scalar.Of(node.Choices.Any(choice => algebra.Compare(Comparison.Equal, value, ScalarAlgebra.Of(choice))))
        : null;

    protected override Scalar? InSet(RowInSet node) => Visit(node.Operand) is { } entity ? Scalar.Of(members(node.Set).Contains(entity)) : null;

    // Never missing itself.
    protected override Scalar IsMissing(RowIsMissing node) => Scalar.Of(Visit(node.Operand) is null);

    // "`if` with an unknown condition takes `else`."
    protected override Scalar? If(RowIf node) => As(node.Type, Visit(Truth(node.Condition) == true ? node.Then : node.Else));

    // "Any other function of a missing operand is missing, except `coalesce`": the first known argument.
    protected override Scalar? Call(RowCall node)
    {
        // What stands behind a known argument is not computed.
        if (node.Function == ScalarFunction.Coalesce)
            return As(node.Type, node.Arguments.Select(Visit).FirstOrDefault(argument => argument is not null));
        var arguments = node.Arguments.Select(Visit).ToList();
        return arguments.Contains(null) ? null : As(node.Type, algebra.Call(node.Function, [.. arguments.OfType<Scalar>()]));
    }

    private static Scalar? Known(bool? truth) => truth is { } known ? Scalar.Of(known) : null;

    private static bool IsMoney(RowExpression operand) => operand.Type.Kind == ScalarKind.Money;

    private bool? Truth(RowExpression condition) => ScalarAlgebra.Truth(Visit(condition));

    // Branches of different types meet in the type of the whole: exact beside number is number, a date beside a timestamp its local midnight.
    private Scalar? As(ScalarType type, Scalar? value) => (type.Kind, value) switch
    {
        (ScalarKind.Number, NumberScalar number) => Scalar.Of(ReferenceNumber.Real(number.Number.ToDouble())),
        (ScalarKind.Decimal or ScalarKind.Money, NumberScalar { Number: ExactNumber exact }) => Scalar.Of(exact.AtScale(type.Scale)),
        (ScalarKind.Timestamp, DateScalar date) => new TimestampScalar(data.Clock.InstantOf(date).Microseconds),
        _ => value,
    };
}
