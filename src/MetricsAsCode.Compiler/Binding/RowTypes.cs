using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// Types of row arithmetic, or null where it does not work.
/// 1. Integer, decimal and money stay exact under + - ×: scales align for sums and add up for products.
/// 2. A number (binary double) makes the other side a number, also an amount beside a part of an amount; money × number is rounded half to even at the money's scale + 4.
/// 3. Division is real and gives a number.
/// 4. date - date and timestamp - timestamp are durations (a date beside a timestamp is its local midnight); date or timestamp ± duration is a timestamp.
/// 5. A duration times or over a number is a duration, over a duration a number.
/// </summary>
internal static class RowTypes
{
    public static ScalarType? Of(ArithmeticOperator operation, RowExpression left, RowExpression right)
    {
        var (l, r) = (left.Type, right.Type);
        bool optional = l.IsOptional || r.IsOptional || operation == ArithmeticOperator.Divide;
        return operation switch
        {
            ArithmeticOperator.Add or ArithmeticOperator.Subtract => Sum(operation, left, right)?.Optional(optional),
            ArithmeticOperator.Multiply => (Product(left, right) ?? Product(right, left))?.Optional(optional),
            _ => Quotient(left, right)?.Optional(optional),
        };
    }

    /// <summary>The type that holds both, as for the branches of <c>if</c>.</summary>
    public static ScalarType? Common(RowExpression left, RowExpression right)
    {
        var (l, r) = (left.Type, right.Type);
        bool optional = l.IsOptional || r.IsOptional;
        return l.Kind == r.Kind && !l.IsNumeric && l.Kind != ScalarKind.Money ? l.Optional(optional)
            : Sum(ArithmeticOperator.Add, left, right) is { } sum && !l.IsTemporal && !r.IsTemporal ? sum.Optional(optional)
            : null;
    }

    private static ScalarType? Sum(ArithmeticOperator operation, RowExpression left, RowExpression right)
    {
        var (l, r) = (left.Type, right.Type);
        return (l.Kind, r.Kind) switch
        {
            (ScalarKind.Integer, ScalarKind.Integer) => ScalarType.Integer,
            (ScalarKind.Money, ScalarKind.Money) => l.Currency == r.Currency ? ScalarType.Money(l.Currency!, Math.Max(l.Scale, r.Scale)) : null,
            (ScalarKind.Duration, ScalarKind.Duration) => ScalarType.Duration,
            (ScalarKind.Date or ScalarKind.Timestamp, ScalarKind.Date or ScalarKind.Timestamp) => operation == ArithmeticOperator.Subtract ? ScalarType.Duration : null,
            (ScalarKind.Date or ScalarKind.Timestamp, ScalarKind.Duration) => ScalarType.Timestamp,
            (ScalarKind.Duration, ScalarKind.Date or ScalarKind.Timestamp) => operation == ArithmeticOperator.Add ? ScalarType.Timestamp : null,
            _ when l.IsNumeric && r.IsNumeric && RowUnits.Of(left) == RowUnits.Of(right) =>
                l.Kind == ScalarKind.Number || r.Kind == ScalarKind.Number ? ScalarType.Number : ScalarType.Decimal(Math.Max(l.Scale, r.Scale)),
            (ScalarKind.Money or ScalarKind.Duration, ScalarKind.Number) or (ScalarKind.Number, ScalarKind.Money or ScalarKind.Duration) =>
                RowUnits.Of(left) == RowUnits.Of(right) ? ScalarType.Number : null,
            _ => null,
        };
    }

    private static ScalarType? Product(RowExpression left, RowExpression right)
    {
        var (l, r) = (left.Type, right.Type);
        bool bothDimensioned = !RowUnits.Of(left).IsDimensionless && !RowUnits.Of(right).IsDimensionless;
        return (l.Kind, r.Kind) switch
        {
            _ when bothDimensioned => null,
            (ScalarKind.Integer, ScalarKind.Integer) => ScalarType.Integer,
            (ScalarKind.Money, ScalarKind.Integer or ScalarKind.Decimal) => ScalarType.Money(l.Currency!, l.Scale + r.Scale),
            (ScalarKind.Money, ScalarKind.Number) => ScalarType.Money(l.Currency!, l.Scale + 4),
            (ScalarKind.Duration, ScalarKind.Integer) => ScalarType.Duration,
            (ScalarKind.Duration, ScalarKind.Decimal or ScalarKind.Number) => ScalarType.Duration,
            _ when l.IsNumeric && r.IsNumeric =>
                l.Kind == ScalarKind.Number || r.Kind == ScalarKind.Number ? ScalarType.Number : ScalarType.Decimal(l.Scale + r.Scale),
            _ => null,
        };
    }

    private static ScalarType? Quotient(RowExpression left, RowExpression right)
    {
        var (l, r) = (RowUnits.Of(left), RowUnits.Of(right));
        return l.IsNumeric && r.IsNumeric && (r.IsDimensionless || l == r) ? ScalarType.Number : null;
    }
}
