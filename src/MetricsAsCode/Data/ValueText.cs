using System.Globalization;

namespace MetricsAsCode.Data;

/// <summary>Stored values as the text a file would hold, exact and invariant: the inverse of reading them.</summary>
internal static class ValueText
{
    public static string Of<T>(T value, ColumnType type) where T : unmanaged => (value, type.Kind) switch
    {
        (long v, ColumnKind.Decimal or ColumnKind.Money) => Scaled(v, type.Scale),
        (long v, ColumnKind.Timestamp) => DateTime.UnixEpoch.AddTicks(v * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        (long v, ColumnKind.Duration) => Scaled(v, 6) + " seconds",
        (int v, ColumnKind.Date) => DateTime.UnixEpoch.AddDays(v).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (bool v, _) => v ? "true" : "false",
        (IFormattable v, _) => v.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {type.Kind} is not stored as {typeof(T).Name}.", nameof(value)),
    };

    private static string Scaled(long value, int scale)
    {
        if (scale == 0)
            return value.ToString(CultureInfo.InvariantCulture);
        string digits = Int128.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(value < 0 ? "-" : "")}{digits[..^scale]}.{digits[^scale..]}";
    }
}
