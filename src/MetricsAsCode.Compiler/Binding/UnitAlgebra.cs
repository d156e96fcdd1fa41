using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// The unit of an operation, or null when the units do not fit.
/// 1. A bare number takes the other side's unit where that has no dimension.
/// 2. X ± X is X; count and number mix to number.
/// 3. X × bare number, and X / bare number, are X (a count becomes a number by division or a fraction).
/// 4. ratio × ratio is a ratio; X × dimensionless is X for money and duration; other products without dimension are numbers.
/// 5. X / X, and dimensionless / dimensionless, are ratios; X / dimensionless is X.
/// 6. date or timestamp - date or timestamp is a duration (a date beside a timestamp is its local midnight); date or timestamp ± duration is a timestamp.
/// </summary>
internal static class UnitAlgebra
{
    public static Unit? Of(ArithmeticOperator operation, Measure left, Measure right) => operation switch
    {
        ArithmeticOperator.Add or ArithmeticOperator.Subtract => Sum(operation, left, right),
        ArithmeticOperator.Multiply => Product(left, right),
        ArithmeticOperator.Divide => Quotient(left, right),
        _ => throw new InvalidOperationException($"Unexpected operator {operation}."),
    };

    /// <summary>One unit for several alternatives or sides of a comparison; null when they do not fit.</summary>
    public static Unit? Common(Measure left, Measure right)
    {
        if (Bare(left) || Bare(right))
        {
            var (bare, other) = Bare(left) ? ((MeasureLiteral)left, right) : ((MeasureLiteral)right, left);
            return other.Unit.IsNumeric && (bare.Value == 0 || FitsBare(other.Unit)) ? Mixed(bare, other) : null;
        }

        return left.Unit == right.Unit ? left.Unit
            : Plain(left.Unit) && Plain(right.Unit) ? Unit.Number
            : null;
    }

    private static Unit Mixed(MeasureLiteral bare, Measure other) =>
        other.Unit.Kind == UnitKind.Count && bare.Value != decimal.Truncate(bare.Value) ? Unit.Number : other.Unit;

    private static Unit? Sum(ArithmeticOperator operation, Measure left, Measure right)
    {
        if (left.Unit.IsTemporal || right.Unit.IsTemporal)
        {
            return OfTimes(operation, left.Unit, right.Unit);
        }

        if ((Bare(left) && right.Unit.Kind == UnitKind.Ratio) || (Bare(right) && left.Unit.Kind == UnitKind.Ratio))
        {
            return Unit.Ratio;
        }

        return left.Unit.IsNumeric && right.Unit.IsNumeric ? Common(left, right) : null;
    }

    private static Unit? OfTimes(ArithmeticOperator operation, Unit left, Unit right) =>
        left.IsTemporal && right.IsTemporal ? (operation == ArithmeticOperator.Subtract ? Unit.Duration : null)
        : right == Unit.Duration || (left == Unit.Duration && operation == ArithmeticOperator.Add) ? Unit.Timestamp
        : null;

    private static Unit? Product(Measure left, Measure right)
    {
        var (l, r) = (left.Unit, right.Unit);
        return !l.IsNumeric || !r.IsNumeric || (!l.IsDimensionless && !r.IsDimensionless) ? null
            : Bare(right) ? Scaled(left, (MeasureLiteral)right)
            : Bare(left) ? Scaled(right, (MeasureLiteral)left)
            : !l.IsDimensionless ? l
            : !r.IsDimensionless ? r
            : l == Unit.Ratio && r == Unit.Ratio ? Unit.Ratio
            : Unit.Number;
    }

    private static Unit Scaled(Measure measure, MeasureLiteral factor) =>
        measure.Unit.Kind == UnitKind.Count && factor.Value != decimal.Truncate(factor.Value) ? Unit.Number : measure.Unit;

    private static Unit? Quotient(Measure left, Measure right)
    {
        var (l, r) = (left.Unit, right.Unit);
        return !l.IsNumeric || !r.IsNumeric ? null
            : Bare(right) && !Bare(left) ? (l.Kind == UnitKind.Count ? Unit.Number : l)
            : Bare(left) && Bare(right) ? Unit.Number
            : l.IsDimensionless && r.IsDimensionless ? Unit.Ratio
            : l == r ? Unit.Ratio
            : r.IsDimensionless ? l
            : null;
    }

    private static bool Bare(Measure measure) => measure is MeasureLiteral { IsBare: true };

    private static bool FitsBare(Unit unit) => unit.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Score;

    private static bool Plain(Unit unit) => unit.Kind is UnitKind.Count or UnitKind.Number or UnitKind.Score;
}
