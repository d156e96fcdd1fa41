using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>Arithmetic of numbers: exact ones stay exact but for division, which is real; money times a real number is rounded.</summary>
internal static class ArithmeticCode
{
    /// <summary>The digits that money gains when it is multiplied by a real number.</summary>
    private const int MoneyTimesRealDigits = 4;

    public static RowCode Of(RowArithmetic node, RowCode left, RowCode right)
    {
        if (node.Operator == ArithmeticOperator.Multiply && MoneyTimesReal(node, left, right) is { } money)
            return money;
        bool areExact = left.Form != RowForm.Double && right.Form != RowForm.Double;
        return (node.Operator, areExact) switch
        {
            (ArithmeticOperator.Divide, true) => new RowCode(
                $"Exactly.Divide({left.AsExact().Code}, {CSharpText.Of(left.Scale)}, {right.AsExact().Code}, {CSharpText.Of(right.Scale)})", RowForm.Double, MayBeMissing: true),
            (ArithmeticOperator.Divide, false) => new RowCode($"Real.Divide({left.AsDouble().Code}, {right.AsDouble().Code})", RowForm.Double, MayBeMissing: true),
            (_, false) => Real(node.Operator, left.AsDouble(), right.AsDouble()),
            (ArithmeticOperator.Multiply, true) => Exact(node.Operator, left, right, left.Scale + right.Scale),
            (_, true) => Exact(node.Operator, left.AtScale(Math.Max(left.Scale, right.Scale)), right.AtScale(Math.Max(left.Scale, right.Scale)), Math.Max(left.Scale, right.Scale)),
        };
    }

    /// <summary>Dates and times: a difference is a duration, a shift a timestamp; a date beside a timestamp is its local midnight.</summary>
    public static RowCode OfTimes(RowArithmetic node, RowCode left, RowCode right)
    {
        var (leftKind, rightKind) = (node.Left.Type, node.Right.Type);
        if (leftKind.Kind == ScalarKind.Date && rightKind.Kind == ScalarKind.Date)
            return new RowCode($"Local.Between({right.Code}, {left.Code})", RowForm.Long, MayBeMissing: left.MayBeMissing || right.MayBeMissing);
        if (leftKind.IsTemporal && rightKind.IsTemporal)
            return Difference(Instant(left), Instant(right));
        if (rightKind.IsTemporal)
            return Later(Instant(right), left);
        return Later(Instant(left), node.Operator == ArithmeticOperator.Subtract ? right with { Code = $"-{right.Operand}", IsSimple = false } : right);
    }

    /// <summary>The instant of a timestamp, or of a date's local midnight.</summary>
    public static RowCode Instant(RowCode time) =>
        time.Form == RowForm.Date ? new RowCode($"Local.StartOf(rows, {time.Code})", RowForm.Long, MayBeMissing: time.MayBeMissing) : time;

    public static RowCode Negate(RowCode operand) => operand switch
    {
        { Constant: { } constant } => RowCode.Number(-constant, operand.Scale),
        { Form: RowForm.Double } => operand with { Code = $"-{operand.Operand}", IsSimple = false },
        _ => Exact(ArithmeticOperator.Subtract, RowCode.Number(0, operand.Scale), operand, operand.Scale),
    };

    private static RowCode? MoneyTimesReal(RowArithmetic node, RowCode left, RowCode right) =>
        (node.Left.Type.Kind, left.Form, node.Right.Type.Kind, right.Form) switch
        {
            (ScalarKind.Money, not RowForm.Double, _, RowForm.Double) => Rounded(left, right),
            (_, RowForm.Double, ScalarKind.Money, not RowForm.Double) => Rounded(right, left),
            _ => null,
        };

    private static RowCode Rounded(RowCode money, RowCode factor) =>
        new($"Exactly.TimesReal({money.AsExact().Code}, {factor.Code})", RowForm.Exact, money.Scale + MoneyTimesRealDigits, true);

    private static RowCode Exact(ArithmeticOperator op, RowCode left, RowCode right, int scale) =>
        new($"Exactly.{op}({left.AsExact().Code}, {right.AsExact().Code})", RowForm.Exact, scale, left.MayBeMissing || right.MayBeMissing);

    private static RowCode Real(ArithmeticOperator op, RowCode left, RowCode right) =>
        new($"Real.Finite({left.Operand} {OperatorText.Of(op)} {right.Operand})", RowForm.Double, MayBeMissing: left.MayBeMissing || right.MayBeMissing);

    private static RowCode Difference(RowCode left, RowCode right) =>
        new($"checked({left.Operand} - {right.Operand})", RowForm.Long, MayBeMissing: left.MayBeMissing || right.MayBeMissing);

    /// <summary>A shift by whole microseconds: a part of one is rounded half to even.</summary>
    private static RowCode Later(RowCode time, RowCode duration)
    {
        bool isPlain = duration.Form == RowForm.Long && !time.MayBeMissing && !duration.MayBeMissing;
        string microseconds = duration is { Form: RowForm.Exact, Scale: > 0 } ? $"Exactly.Round({duration.Code}, {CSharpText.Of(duration.Scale)})" : duration.Code;
        return new RowCode($"Local.Later({time.Code}, {microseconds})", RowForm.Long, MayBeMissing: !isPlain);
    }
}
