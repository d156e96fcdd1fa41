using System.Globalization;
using System.Numerics;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Postgres;

/// <summary>Values of a result, which come as texts: exact numbers have all their digits, doubles as many as tell them apart.</summary>
internal static class PostgresValues
{
    /// <summary>A value of a type.</summary>
    /// <param name="text">As the server writes it with DateStyle ISO.</param>
    /// <param name="type">The number of the type.</param>
    public static object Of(string text, uint type) => type switch
    {
        16 => text == "t",
        20 or 21 or 23 => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        700 or 701 => DoubleOf(text),
        1082 => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        1114 => Instant.FromUtc(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
        1700 => ExactOf(text),
        19 or 25 or 705 or 1043 => text,
        _ => throw new InvalidOperationException($"A result has a column of type {type}, which no statement asks for."),
    };

    private static double DoubleOf(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // Zeros at the end are given up where the digits would be too many.
    private static Exact ExactOf(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && text.Length - point - 1 > Exact.MaxDigits)
            text = text.TrimEnd('0').TrimEnd('.');
        int scale = text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? text.Length - at - 1 : 0;
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        while (scale > 0 && BigInteger.Abs(digits) >= BigInteger.Pow(10, Exact.MaxDigits) && digits % 10 == 0)
            (digits, scale) = (digits / 10, scale - 1);
        return new Exact((Int128)digits, scale);
    }
}
