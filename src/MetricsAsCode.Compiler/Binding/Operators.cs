using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Written operators and what they mean.</summary>
internal static class Operators
{
    public static ArithmeticOperator Arithmetic(BinaryOperator written) => written switch
    {
        BinaryOperator.Add => ArithmeticOperator.Add,
        BinaryOperator.Subtract => ArithmeticOperator.Subtract,
        BinaryOperator.Multiply => ArithmeticOperator.Multiply,
        BinaryOperator.Divide => ArithmeticOperator.Divide,
        _ => throw new InvalidOperationException($"Unexpected operator {written}."),
    };

    public static Comparison Comparison(BinaryOperator written) => written switch
    {
        BinaryOperator.Equal => Model.Comparison.Equal,
        BinaryOperator.NotEqual => Model.Comparison.NotEqual,
        BinaryOperator.Less => Model.Comparison.Less,
        BinaryOperator.LessOrEqual => Model.Comparison.LessOrEqual,
        BinaryOperator.Greater => Model.Comparison.Greater,
        BinaryOperator.GreaterOrEqual => Model.Comparison.GreaterOrEqual,
        _ => throw new InvalidOperationException($"Unexpected operator {written}."),
    };

    public static SetOperator Set(BinaryOperator written) => written switch
    {
        BinaryOperator.Union => SetOperator.Union,
        BinaryOperator.Intersect => SetOperator.Intersect,
        BinaryOperator.Except => SetOperator.Except,
        _ => throw new InvalidOperationException($"Unexpected operator {written}."),
    };

    public static string Sign(BinaryOperator written) => written switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        _ => written.ToString().ToLowerInvariant(),
    };
}
