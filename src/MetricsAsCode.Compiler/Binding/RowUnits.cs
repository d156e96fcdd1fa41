using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// What a row expression measures. Its type says how it is kept: an amount divided by 12 is kept as a binary double but is still money.
/// </summary>
internal static class RowUnits
{
    public static Unit Of(RowExpression expression) => expression switch
    {
        { Type.Kind: ScalarKind.Money } => Unit.Money(expression.Type.Currency!),
        { Type.Kind: ScalarKind.Duration } => Unit.Duration,
        { Type.Kind: ScalarKind.Text } => Unit.Text,
        { Type.Kind: ScalarKind.Date } => Unit.Date,
        { Type.Kind: ScalarKind.Timestamp } => Unit.Timestamp,
        { Type.Kind: ScalarKind.Boolean } => Unit.Condition,
        RowArithmetic { Operator: ArithmeticOperator.Divide } e => Quotient(Of(e.Left), Of(e.Right)),
        RowArithmetic e => Dimensioned(Of(e.Left), Of(e.Right)),
        RowNegate e => Of(e.Operand),
        RowIf e => Dimensioned(Of(e.Then), Of(e.Else)),
        RowCall { Function: ScalarFunction.Hour or ScalarFunction.Weekday } => Unit.Number,
        RowCall e when !e.Arguments.IsEmpty => e.Arguments.Select(Of).Aggregate(Dimensioned),
        _ => Unit.Number,
    };

    private static Unit Dimensioned(Unit left, Unit right) => left.IsDimensionless ? right : left;

    private static Unit Quotient(Unit left, Unit right) => left == right ? Unit.Number : left;
}
