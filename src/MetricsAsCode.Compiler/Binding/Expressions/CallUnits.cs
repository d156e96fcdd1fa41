using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>The unit of a function of numbers, texts or times per period.</summary>
internal static class CallUnits
{
    /// <summary>The unit of the call; null where the function does not work on its operands, which have one unit in common.</summary>
    public static Unit? Of(ScalarFunction function, Unit operand) => function switch
    {
        ScalarFunction.Coalesce => operand,
        ScalarFunction.Min or ScalarFunction.Max => operand.IsNumeric || operand.IsTemporal ? operand : null,
        ScalarFunction.Abs or ScalarFunction.Round or ScalarFunction.Floor or ScalarFunction.Ceil => operand.IsNumeric ? operand : null,
        ScalarFunction.Sqrt => operand.IsDimensionless ? Unit.Number : null,
        ScalarFunction.Lower => operand == Unit.Text ? Unit.Text : null,
        ScalarFunction.Contains or ScalarFunction.StartsWith or ScalarFunction.EndsWith => operand == Unit.Text ? Unit.Condition : null,
        ScalarFunction.Hour => operand == Unit.Timestamp ? Unit.Count : null,
        ScalarFunction.Weekday => operand.IsTemporal ? Unit.Count : null,
        ScalarFunction.Date => operand.IsTemporal ? Unit.Date : null,
        _ => throw new InvalidOperationException($"Unexpected function {function}."),
    };

    /// <summary>What a function works on, in words.</summary>
    public static string Operands(ScalarFunction function) => function switch
    {
        ScalarFunction.Min or ScalarFunction.Max => "numbers, money, durations, dates and timestamps",
        ScalarFunction.Sqrt => "counts, numbers and ratios",
        ScalarFunction.Lower or ScalarFunction.Contains or ScalarFunction.StartsWith or ScalarFunction.EndsWith => "texts",
        ScalarFunction.Hour => "timestamps",
        ScalarFunction.Weekday or ScalarFunction.Date => "dates and timestamps",
        _ => "numbers, money and durations",
    };
}
