using System.Text;

namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>Operators and functions as they are written.</summary>
public static class OperatorText
{
    public static string Of(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        _ => throw Unexpected.Value(op),
    };

    public static string Of(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        _ => throw Unexpected.Value(comparison),
    };

    /// <summary>An enum member's name as the language spells functions: <c>StartsWith</c> is <c>starts_with</c>.</summary>
    public static string Of(ScalarFunction function) => Words(function.ToString());

    /// <summary>The function of an aggregate, e.g. <c>percentile_disc</c>; <c>stddev</c> is one word.</summary>
    public static string Of(AggregateKind kind) => kind == AggregateKind.StdDev ? "stddev" : Words(kind.ToString());

    public static string Of(SetOperator op) => Words(op.ToString());

    /// <summary>A function's parameter behind its argument: <c>90%</c> of a percentile, the place of <c>nth</c>.</summary>
    public static string Parameter(AggregateKind kind, decimal? parameter) =>
        parameter is not { } value ? ""
        : kind == AggregateKind.Nth ? $", {NumberText.Of(value)}"
        : $", {NumberText.Of(value * 100)}%";

    public static Printed Arithmetic(ArithmeticOperator op, Printed left, Printed right)
    {
        var own = op is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? Tightness.Sum : Tightness.Product;
        return new Printed($"{left.For(own)} {Of(op)} {right.For(own + 1)}", own);
    }

    public static Printed Negate(Printed operand) => new($"-{operand.For(Tightness.Window)}", Tightness.Sign);

    public static Printed Compare(Comparison comparison, Printed left, Printed right) =>
        new($"{left.For(Tightness.Sum)} {Of(comparison)} {right.For(Tightness.Sum)}", Tightness.Comparison);

    public static Printed Logic(bool isOr, Printed left, Printed right)
    {
        var own = isOr ? Tightness.Or : Tightness.And;
        return new Printed($"{left.For(own)} {(isOr ? "or" : "and")} {right.For(own)}", own);
    }

    public static Printed Not(Printed operand) => new($"not {operand.For(Tightness.Not)}", Tightness.Not);

    public static Printed Is(Printed operand, string what) => new($"{operand.For(Tightness.Sum)} is {what}", Tightness.Comparison);

    public static Printed In(Printed operand, string choices) => new($"{operand.For(Tightness.Sum)} in {choices}", Tightness.Comparison);

    public static Printed If(Printed condition, Printed then, Printed otherwise) => new($"if {condition} then {then} else {otherwise}", Tightness.If);

    public static Printed Call(string function, IEnumerable<Printed> arguments) => new($"{function}({string.Join(", ", arguments)})");

    private static string Words(string pascal)
    {
        var text = new StringBuilder();
        foreach (char c in pascal)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
