using System.Numerics;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

// 1. Missing operands make the result missing, with the reason of the first in reading order.
// 2. Exact with exact stays exact for + - ×; beside a double an exact number is its nearest double, but for money × double, which is rounded half to
//    even at four digits more than the money has. Division gives a double, rounded once.
// 3. date - date is days of 24 hours; a date beside a timestamp is its local midnight; date or timestamp ± duration is a timestamp.

/// <summary>The four operations and the functions of numbers on cells.</summary>
internal sealed class CellMath(Calendar calendar)
{
    private const int MoneyDigits = 4;

    public Cell Apply(ArithmeticOperator @operator, in Cell left, in Cell right)
    {
        if (!left.HasValue)
            return left;
        if (!right.HasValue)
            return right;
        if (left.Kind is ValueKind.Date or ValueKind.Timestamp || right.Kind is ValueKind.Date or ValueKind.Timestamp)
            return OnTimes(@operator, left, right);
        return @operator switch
        {
            ArithmeticOperator.Add => Add(left, right),
            ArithmeticOperator.Subtract => Add(left, Negate(right)),
            ArithmeticOperator.Multiply => Multiply(left, right),
            ArithmeticOperator.Divide => Divide(left, right),
            _ => throw new InvalidOperationException($"Unexpected operator {@operator}."),
        };
    }

    public static Cell Negate(in Cell operand) => operand.Kind switch
    {
        ValueKind.None => operand,
        ValueKind.Exact => Cell.Of(-operand.Exact, operand.IsMoney),
        _ => Cell.Of(-operand.ToDouble()),
    };

    /// <summary>Whether a known text has a known part.</summary>
    public static Cell Call(NumberFunction function, in Cell text, in Cell part) => Cell.Of(function switch
    {
        NumberFunction.Contains => Texts.Contains(text.Text, part.Text)!.Value,
        NumberFunction.StartsWith => Texts.StartsWith(text.Text, part.Text)!.Value,
        NumberFunction.EndsWith => Texts.EndsWith(text.Text, part.Text)!.Value,
        _ => throw new InvalidOperationException($"{function} is no test of a text."),
    });

    /// <summary>A function of one known value.</summary>
    public Cell Call(NumberFunction function, in Cell operand) => (function, operand.Kind) switch
    {
        (NumberFunction.Lower, ValueKind.Text) => Cell.Of(Texts.Lower(operand.Text)!),
        (NumberFunction.Hour, ValueKind.Timestamp) => Cell.Of((long)calendar.HourOf(new Instant(operand.Timestamp))),
        (NumberFunction.Weekday, _) => Cell.Of(Local.WeekdayOf(DateOf(operand))),
        (NumberFunction.Date, _) => Cell.OfDate(DateOf(operand)),
        (NumberFunction.Abs, ValueKind.Exact) => Cell.Of(operand.Exact.Abs(), operand.IsMoney),
        (NumberFunction.Round, ValueKind.Exact) => Whole(Exactly.Round(operand.Exact.Mantissa, operand.Exact.Scale), operand),
        (NumberFunction.Floor, ValueKind.Exact) => Whole(Exactly.Floor(operand.Exact.Mantissa, operand.Exact.Scale), operand),
        (NumberFunction.Ceil, ValueKind.Exact) => Whole(Exactly.Ceil(operand.Exact.Mantissa, operand.Exact.Scale), operand),
        (NumberFunction.Sqrt, _) => operand.ToDouble() is var number and >= 0 ? Cell.Of(Math.Sqrt(number)) : Cell.None(Reason.NegativeRoot),
        (NumberFunction.Abs, _) => Cell.Of(Math.Abs(operand.ToDouble())),
        (NumberFunction.Round, _) => Cell.Of(Math.Round(operand.ToDouble(), MidpointRounding.ToEven)),
        (NumberFunction.Floor, _) => Cell.Of(Math.Floor(operand.ToDouble())),
        (NumberFunction.Ceil, _) => Cell.Of(Math.Ceiling(operand.ToDouble())),
        _ => throw new InvalidOperationException($"{function} is no function of one number."),
    };

    /// <summary>How two known values of comparable kinds are ordered.</summary>
    public int Order(in Cell left, in Cell right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Exact, ValueKind.Exact) => left.Exact.CompareTo(right.Exact),
        (ValueKind.Text, ValueKind.Text) => Texts.Compare(left.Text, right.Text),
        (ValueKind.Boolean, ValueKind.Boolean) => left.IsTrue.CompareTo(right.IsTrue),
        (ValueKind.Date, ValueKind.Date) => left.Date.CompareTo(right.Date),
        (ValueKind.Date or ValueKind.Timestamp, ValueKind.Date or ValueKind.Timestamp) => InstantOf(left).CompareTo(InstantOf(right)),
        _ => left.ToDouble().CompareTo(right.ToDouble()),
    };

    private static Cell Whole(Int128? whole, in Cell operand) => Cell.Of(new Exact(whole!.Value), operand.IsMoney);

    private static Cell Add(in Cell left, in Cell right) => left.Kind == ValueKind.Exact && right.Kind == ValueKind.Exact
        ? Cell.Of(Exact.Add(left.Exact, right.Exact), left.IsMoney || right.IsMoney)
        : Cell.Of(left.ToDouble() + right.ToDouble());

    private static Cell Multiply(in Cell left, in Cell right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Exact, ValueKind.Exact) => Cell.Of(Exact.Multiply(left.Exact, right.Exact), left.IsMoney || right.IsMoney),
        (ValueKind.Exact, _) when left.IsMoney => TimesReal(left.Exact, right.ToDouble()),
        (_, ValueKind.Exact) when right.IsMoney => TimesReal(right.Exact, left.ToDouble()),
        _ => Cell.Of(left.ToDouble() * right.ToDouble()),
    };

    private static Cell TimesReal(Exact money, double factor) =>
        money.Scale + MoneyDigits > Exact.MaxDigits ? Cell.None(Reason.Overflow) : Cell.Of(Exact.Multiply(money, factor, money.Scale + MoneyDigits), isMoney: true);

    private static Cell Divide(in Cell left, in Cell right)
    {
        if (left.Kind == ValueKind.Exact && right.Kind == ValueKind.Exact)
            return right.Exact.Sign == 0 ? Cell.None(Reason.DivisionByZero) : Cell.Of(Exact.Divide(left.Exact, right.Exact));
        if (right.ToDouble() == 0)
            return Cell.None(Reason.DivisionByZero);
        if (left.Kind == ValueKind.Double && right.Kind == ValueKind.Double)
            return Cell.Of(left.Double / right.Double);
        var (a, b) = (PartsOf(left), PartsOf(right));
        return Cell.Of(RoundedDouble.Ratio(a.Numerator * b.Denominator, a.Denominator * b.Numerator));
    }

    // Both kinds of number are fractions: a quotient of the two is rounded once.
    private static (BigInteger Numerator, BigInteger Denominator) PartsOf(in Cell number)
    {
        if (number.Kind == ValueKind.Exact)
            return (number.Exact.Mantissa, BigInteger.Pow(10, number.Exact.Scale));
        var (mantissa, exponent) = RoundedDouble.Parts(number.Double);
        return exponent >= 0 ? ((BigInteger)mantissa << exponent, BigInteger.One) : (mantissa, BigInteger.One << -exponent);
    }

    private Cell OnTimes(ArithmeticOperator @operator, in Cell left, in Cell right) => (@operator, left.Kind, right.Kind) switch
    {
        (ArithmeticOperator.Subtract, ValueKind.Date, ValueKind.Date) => Cell.Of((left.Date - (long)right.Date) * TimeSpan.MicrosecondsPerDay),
        (ArithmeticOperator.Subtract, ValueKind.Date or ValueKind.Timestamp, ValueKind.Date or ValueKind.Timestamp) =>
            Cell.Of(InstantOf(left) - InstantOf(right)),
        (ArithmeticOperator.Subtract, _, ValueKind.Exact or ValueKind.Double) => Later(left, Negate(right)),
        (ArithmeticOperator.Add, ValueKind.Exact or ValueKind.Double, _) => Later(right, left),
        (ArithmeticOperator.Add, _, ValueKind.Exact or ValueKind.Double) => Later(left, right),
        _ => throw new InvalidOperationException($"{left} {@operator} {right} has no meaning."),
    };

    private Cell Later(in Cell time, in Cell duration)
    {
        var whole = duration.Kind == ValueKind.Exact ? duration.Exact.RoundTo(0) : Exact.FromDouble(duration.Double, 0);
        var instant = whole is { } microseconds ? InstantOf(time) + microseconds.Mantissa : Int128.MaxValue;
        return instant >= Instant.MinValue.Microseconds && instant <= Instant.MaxValue.Microseconds
            ? Cell.OfTimestamp((long)instant)
            : Cell.None(Reason.Overflow);
    }

    private int DateOf(in Cell time) => time.Kind == ValueKind.Date ? time.Date : Days.Of(calendar.DateOf(new Instant(time.Timestamp)));

    private long InstantOf(in Cell time) => time.Kind == ValueKind.Date ? calendar.StartOf(Days.Date(time.Date)).Microseconds : time.Timestamp;
}
