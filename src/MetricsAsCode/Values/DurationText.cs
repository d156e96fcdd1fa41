using System.Numerics;

namespace MetricsAsCode.Values;

// The two largest units that are not zero, rounded half to even in the smaller: 8 d 12 h, 2 h 05 min, 3 min 07 s; below a minute 12.5 s, below a second 250 ms.
// Rounding comes before the choice of units: 59 min 59.8 s is 1 h 00 min.

/// <summary>Lengths of time as people read them.</summary>
internal static class DurationText
{
    private const long Millisecond = 1_000;
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    internal static string Write(Decimals microseconds, DisplayLocale locale)
    {
        var sign = microseconds.Digits.Sign < 0 ? "-" : "";
        var size = microseconds with { Digits = BigInteger.Abs(microseconds.Digits) };
        if (Rounded(size, Hour) is var hours && hours >= 24)
            return $"{sign}{Whole(hours / 24, locale)} d {hours % 24} h";
        if (Rounded(size, Minute) is var minutes && minutes >= 60)
            return $"{sign}{minutes / 60} h {Two(minutes % 60)} min";
        if (Rounded(size, Second) is var seconds && seconds >= 60)
            return $"{sign}{seconds / 60} min {Two(seconds % 60)} s";
        if (Rounded(size, Millisecond) is var milliseconds && milliseconds < 1000)
            return milliseconds.IsZero ? "0 s" : $"{sign}{milliseconds} ms";
        var tenths = Rounded(size, Second / 10);
        return tenths >= 600 ? $"{sign}1 min 00 s" : $"{sign}{new Decimals(tenths, 1).Write(locale)} s";
    }

    private static BigInteger Rounded(Decimals microseconds, long unit) =>
        ExactRounding.Divide(microseconds.Digits, PowersOfTen.Big(microseconds.Scale) * unit);

    private static string Whole(BigInteger number, DisplayLocale locale) => new Decimals(number, 0).Write(locale);

    private static string Two(BigInteger number) => number < 10 ? $"0{number}" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
