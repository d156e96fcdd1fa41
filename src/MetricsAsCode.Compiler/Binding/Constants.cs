using System.Globalization;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Plain values of what is written: 20% is 0.2, 2 hours are 7,200,000,000 microseconds.</summary>
internal static class Constants
{
    private static readonly Dictionary<string, decimal> MicrosecondsPer = new(StringComparer.Ordinal)
    {
        ["microsecond"] = 1,
        ["millisecond"] = 1_000,
        ["second"] = 1_000_000,
        ["minute"] = 60_000_000,
        ["hour"] = 3_600_000_000,
        ["day"] = 86_400_000_000,
        ["week"] = 604_800_000_000,
    };

    /// <summary>The value; null when it has too many digits or its unit is no fixed stretch of time (months and years are not).</summary>
    public static decimal? Value(NumberExpression number)
    {
        if (!decimal.TryParse(number.Digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal written))
        {
            return null;
        }

        try
        {
            return number.Form switch
            {
                NumberForm.Plain or NumberForm.Money => written,
                NumberForm.Percent or NumberForm.Points => written / 100,
                NumberForm.Per => written / decimal.Parse(number.Unit!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
                NumberForm.Duration => MicrosecondsPer.TryGetValue(Singular(number.Unit!), out decimal factor) ? written * factor : null,
                _ => throw new InvalidOperationException($"Unexpected form {number.Form}."),
            };
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Digits behind the point of a decimal, trailing zeros left out.</summary>
    public static int Scale(decimal value)
    {
        int scale = (decimal.GetBits(value)[3] >> 16) & 0xFF;
        while (scale > 0 && decimal.Round(value, scale - 1) == value)
        {
            scale--;
        }

        return scale;
    }

    /// <summary>Days since 1970-01-01 of a period that is one day; null for any other.</summary>
    public static int? Day(PeriodSyntax period) => period is UnitPeriod { Grain: Grain.Day, IsFiscal: false } day
        ? (int)(new DateTime(day.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day.Number - 1) - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalDays
        : null;

    private static string Singular(string word) => word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
}
