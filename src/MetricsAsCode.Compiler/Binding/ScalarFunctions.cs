using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>A function of values: its name, how many arguments it takes, and how it is written.</summary>
internal sealed record ScalarFunctionInfo(string Name, ScalarFunction Function, int Least, int Most, string Form);

/// <summary>The functions of values of rows and of numbers of metrics.</summary>
internal static class ScalarFunctions
{
    private const int Many = 32;

    private static readonly ScalarFunctionInfo[] All =
    [
        new("coalesce", ScalarFunction.Coalesce, 2, Many, "coalesce(x, otherwise)"),
        new("abs", ScalarFunction.Abs, 1, 1, "abs(x)"),
        new("min", ScalarFunction.Min, 2, Many, "min(x, y)"),
        new("max", ScalarFunction.Max, 2, Many, "max(x, y)"),
        new("round", ScalarFunction.Round, 1, 1, "round(x)"),
        new("floor", ScalarFunction.Floor, 1, 1, "floor(x)"),
        new("ceil", ScalarFunction.Ceil, 1, 1, "ceil(x)"),
        new("sqrt", ScalarFunction.Sqrt, 1, 1, "sqrt(x)"),
        new("lower", ScalarFunction.Lower, 1, 1, "lower(text)"),
        new("contains", ScalarFunction.Contains, 2, 2, "contains(text, part)"),
        new("starts_with", ScalarFunction.StartsWith, 2, 2, "starts_with(text, start)"),
        new("ends_with", ScalarFunction.EndsWith, 2, 2, "ends_with(text, end)"),
        new("hour", ScalarFunction.Hour, 1, 1, "hour(timestamp)"),
        new("weekday", ScalarFunction.Weekday, 1, 1, "weekday(date)"),
        new("date", ScalarFunction.Date, 1, 1, "date(timestamp)"),
    ];

    public static IEnumerable<string> Names => All.Select(f => f.Name);

    public static ScalarFunctionInfo? Find(string name) => Array.Find(All, f => string.Equals(f.Name, name, StringComparison.Ordinal));

    public static ScalarFunctionInfo Of(ScalarFunction function) => Array.Find(All, f => f.Function == function)!;
}
