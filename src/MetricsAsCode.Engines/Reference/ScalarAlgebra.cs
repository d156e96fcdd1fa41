using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference;

/// <summary>A known operand, and whether it is an amount of money.</summary>
internal readonly record struct Operand(Scalar Value, bool IsMoney);

/// <summary>What the operators and functions that rows and metrics share do with known operands.</summary>
internal sealed class ScalarAlgebra(Clock clock)
{
    /// <exception cref="NoValueException">Overflow, or division by zero.</exception>
    public Scalar Apply(ArithmeticOperator @operator, Operand left, Operand right) => (@operator, left.Value, right.Value) switch
    {
        (ArithmeticOperator.Add, NumberScalar duration, DateScalar or TimestampScalar) => clock.Later(right.Value, duration.Number),
        (ArithmeticOperator.Add, DateScalar or TimestampScalar, NumberScalar duration) => clock.Later(left.Value, duration.Number),
        (ArithmeticOperator.Subtract, DateScalar or TimestampScalar, NumberScalar duration) =>
            clock.Later(left.Value, NumberArithmetic.Negate(duration.Number)),
        (ArithmeticOperator.Subtract, DateScalar or TimestampScalar, DateScalar or TimestampScalar) => clock.Between(right.Value, left.Value),
        (_, NumberScalar a, NumberScalar b) => Scalar.Of(@operator switch
        {
            ArithmeticOperator.Add => NumberArithmetic.Add(a.Number, b.Number),
            ArithmeticOperator.Subtract => NumberArithmetic.Subtract(a.Number, b.Number),
            ArithmeticOperator.Multiply when left.IsMoney => NumberArithmetic.MultiplyMoney(a.Number, b.Number),
            ArithmeticOperator.Multiply when right.IsMoney => NumberArithmetic.MultiplyMoney(b.Number, a.Number),
            ArithmeticOperator.Multiply => NumberArithmetic.Multiply(a.Number, b.Number),
            ArithmeticOperator.Divide => NumberArithmetic.Divide(a.Number, b.Number),
            _ => throw new InvalidOperationException($"Unexpected operator {@operator}."),
        }),
        _ => throw new InvalidOperationException($"{left.Value} {@operator} {right.Value} has no meaning."),
    };

    public bool Compare(Comparison comparison, Scalar left, Scalar right)
    {
        int order = Order(left, right);
        return comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            _ => throw new InvalidOperationException($"Unexpected comparison {comparison}."),
        };
    }

    /// <summary>A function of known arguments; <c>coalesce</c> never comes here.</summary>
    public Scalar Call(ScalarFunction function, IReadOnlyList<Scalar> arguments) => function switch
    {
        ScalarFunction.Lower => new TextScalar(FoldAscii(Text(arguments[0]))),
        ScalarFunction.Contains => Scalar.Of(Text(arguments[0]).Contains(Text(arguments[1]), StringComparison.Ordinal)),
        ScalarFunction.StartsWith => Scalar.Of(Text(arguments[0]).StartsWith(Text(arguments[1]), StringComparison.Ordinal)),
        ScalarFunction.EndsWith => Scalar.Of(Text(arguments[0]).EndsWith(Text(arguments[1]), StringComparison.Ordinal)),
        ScalarFunction.Abs => Scalar.Of(NumberArithmetic.Abs(Number(arguments[0]))),
        ScalarFunction.Round => Scalar.Of(NumberArithmetic.Round(Number(arguments[0]))),
        ScalarFunction.Floor => Scalar.Of(NumberArithmetic.Floor(Number(arguments[0]))),
        ScalarFunction.Ceil => Scalar.Of(NumberArithmetic.Ceil(Number(arguments[0]))),
        ScalarFunction.Sqrt => Root(Number(arguments[0]).ToDouble()),
        ScalarFunction.Min => arguments.Aggregate((a, b) => Order(b, a) < 0 ? b : a),
        ScalarFunction.Max => arguments.Aggregate((a, b) => Order(b, a) > 0 ? b : a),
        ScalarFunction.Hour => Scalar.Of(clock.HourOf(arguments[0])),
        ScalarFunction.Weekday => Scalar.Of(clock.WeekdayOf(arguments[0])),
        ScalarFunction.Date => clock.DateOf(arguments[0]),
        _ => throw new InvalidOperationException($"Unexpected function {function}."),
    };

    public static Scalar Of(Literal literal) => literal.Kind switch
    {
        ScalarKind.Text => new TextScalar(literal.Text ?? throw new InvalidOperationException("A text literal holds no text.")),
        ScalarKind.Boolean => Scalar.Of(literal.Number != 0),
        ScalarKind.Date => new DateScalar((int)literal.Number),
        ScalarKind.Timestamp => new TimestampScalar((long)literal.Number),
        ScalarKind.Number => Scalar.Of(ReferenceNumber.Real(ReferenceNumber.Constant(literal.Number).ToDouble())),
        _ => Scalar.Of(ReferenceNumber.Constant(literal.Number)),
    };

    public static bool? Truth(Scalar? condition) => condition switch
    {
        null => null,
        TruthScalar truth => truth.IsTrue,
        _ => throw new InvalidOperationException($"{condition} is no condition."),
    };

    private int Order(Scalar left, Scalar right) => (left, right) switch
    {
        (DateScalar, TimestampScalar) or (TimestampScalar, DateScalar) => clock.InstantOf(left).CompareTo(clock.InstantOf(right)),
        _ => ScalarOrder.Instance.Compare(left, right),
    };

    private static Scalar Root(double number) => number >= 0 ? Scalar.Of(ReferenceNumber.Real(Math.Sqrt(number))) : throw new NoValueException(Reason.NegativeRoot);

    private static string FoldAscii(string text) => string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + ('a' - 'A')) : c));

    private static string Text(Scalar argument) => ((TextScalar)argument).Text;

    private static ReferenceNumber Number(Scalar argument) => ((NumberScalar)argument).Number;
}
