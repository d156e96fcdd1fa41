using System.Globalization;
using MetricsAsCode.Values;

namespace MetricsAsCode.Results;

/// <summary>Numbers as the .NET types of typed results.</summary>
internal static class TypedNumber
{
    private const int DecimalDigits = 28;

    internal static long ToLong(Value value)
    {
        var whole = value.Kind == ValueKind.Exact ? value.AsExact.WithoutTrailingZeros() : Rounded(value.AsDouble, 0);
        if (whole.Scale != 0 || (value.Kind == ValueKind.Double && whole.ToDouble() != value.AsDouble))
            throw new InvalidOperationException($"The count {value} is not a whole number; `Measurement` has it as it is.");
        return checked((long)whole.Mantissa);
    }

    internal static decimal ToDecimal(Value value)
    {
        if (value.Kind != ValueKind.Exact)
            return decimal.Parse(value.ToDouble().ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var exact = value.AsExact;
        return decimal.Parse((exact.Scale > DecimalDigits ? exact.RoundTo(DecimalDigits)!.Value : exact).ToString(), CultureInfo.InvariantCulture);
    }

    internal static TimeSpan ToTimeSpan(Value value)
    {
        var microseconds = value.Kind == ValueKind.Exact ? value.AsExact.RoundTo(0)!.Value : Rounded(value.AsDouble, 0);
        return new TimeSpan(checked((long)(microseconds.Mantissa * TimeSpan.TicksPerMicrosecond)));
    }

    private static Exact Rounded(double value, int scale) =>
        Exact.FromDouble(value, scale) ?? throw new OverflowException(FormattableString.Invariant($"{value} has more than 38 digits."));
}
