using System.Globalization;
using System.Numerics;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>A value of a file in invariant text. For messages.</summary>
internal static class VectorText
{
    public static string Of(DuckDbVector vector, int row) => vector.Column.Type switch
    {
        DuckDbType.Varchar => vector.Text(row),
        DuckDbType.Boolean => vector.Boolean(row) ? "true" : "false",
        DuckDbType.Float => vector.Values<float>()[row].ToString(CultureInfo.InvariantCulture),
        DuckDbType.Double => vector.Double(row).ToString(CultureInfo.InvariantCulture),
        DuckDbType.Date => OfDays(vector.Days(row)),
        DuckDbType.Timestamp or DuckDbType.TimestampWithZone => new Instant(vector.Ticks(row)).ToString(),
        DuckDbType.TimestampSeconds => OfUnits(vector.Ticks(row), 0),
        DuckDbType.TimestampMilliseconds => OfUnits(vector.Ticks(row), 3),
        DuckDbType.TimestampNanoseconds => OfUnits(vector.Ticks(row), 9),
        DuckDbType.Interval => vector.Interval(row) is var i ? FormattableString.Invariant($"{i.Months} months {i.Days} days {i.Microseconds} microseconds") : "",
        _ => OfScaled(vector.Whole(row), vector.Column.Scale),
    };

    private static string OfDays(int days) => days >= DateConversion.First && days <= DateConversion.Last
        ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"day {days} since 1970-01-01");

    /// <summary>Ten to the <paramref name="digits"/> units are a second.</summary>
    private static string OfUnits(long units, int digits) => $"{OfScaled(units, digits)} s since 1970-01-01";

    private static string OfScaled(Int128 value, int scale)
    {
        if (scale == 0)
            return value.ToString(CultureInfo.InvariantCulture);
        string digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(value < 0 ? "-" : "")}{digits[..^scale]}.{digits[^scale..]}";
    }
}
