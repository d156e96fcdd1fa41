using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class CsvValueTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("000012", 12)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Integers_reach_the_limits_of_64_bits(string cell, long value) => Value<long>(cell, Integer("n")).ShouldBe(value);

    [Theory]
    [InlineData("9223372036854775808", "beyond")]
    [InlineData("-9223372036854775809", "beyond")]
    [InlineData("99999999999999999999999999999999999999999", "beyond")]
    [InlineData("12.0", "not a whole number")]
    [InlineData("12x", "not an integer")]
    [InlineData("1e3", "not an integer")]
    [InlineData(" 1", "not an integer")]
    [InlineData("-", "not an integer")]
    [InlineData("--1", "not an integer")]
    [InlineData("1_000", "not an integer")]
    [InlineData("١", "not an integer")]
    public void Other_integers_are_refused(string cell, string why) => Refusal(cell, Integer("n")).ShouldContain(why);

    [Theory]
    [InlineData("12.5", 2, 1250)]
    [InlineData("-0.01", 2, -1)]
    [InlineData(".5", 2, 50)]
    [InlineData("7", 2, 700)]
    [InlineData("92233720368547758.07", 2, long.MaxValue)]
    [InlineData("-92233720368547758.08", 2, long.MinValue)]
    [InlineData("9.223372036854775807", 18, long.MaxValue)]
    [InlineData("-9.223372036854775808", 18, long.MinValue)]
    [InlineData("0.1", 18, 100_000_000_000_000_000)]
    [InlineData("-5", 0, -5)]
    public void Decimals_are_exact_up_to_the_limits(string cell, int scale, long scaled)
    {
        Value<long>(cell, Of("d", ColumnKind.Decimal, scale)).ShouldBe(scaled);
        Value<long>(cell, Of("d", ColumnKind.Money, scale)).ShouldBe(scaled);
    }

    [Theory]
    [InlineData("92233720368547758.08", "is beyond what 64 bits hold with 2 digits after the point.")]
    [InlineData("-92233720368547758.09", "is beyond what 64 bits hold with 2 digits after the point.")]
    [InlineData("18446744073709551616", "is beyond what 64 bits hold with 2 digits after the point.")]
    [InlineData("1.005", "has more than 2 digits after the point. Declare a larger scale to keep them, e.g. `decimal(4)`.")]
    [InlineData("1.000", "has more than 2 digits after the point. Declare a larger scale to keep them, e.g. `decimal(4)`.")]
    [InlineData("5.", "is not a number. Write digits with a point, e.g. `1234.5`.")]
    [InlineData(".", "is not a number. Write digits with a point, e.g. `1234.5`.")]
    [InlineData("1e2", "is not a number. Write digits with a point, e.g. `1234.5`.")]
    [InlineData("1.2.3", "is not a number. Write digits with a point, e.g. `1234.5`.")]
    [InlineData("$1", "is not a number. Write digits with a point, e.g. `1234.5`.")]
    public void No_digit_of_a_decimal_is_lost(string cell, string why) => Refusal(cell, Of("d", ColumnKind.Decimal, 2)).ShouldBe($"`{cell}` {why}");

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("-1.5e-3", -0.0015)]
    [InlineData("0.1", 0.1)]
    [InlineData("1E2", 100.0)]
    [InlineData("1.7976931348623157E308", double.MaxValue)]
    public void Numbers_are_the_nearest_binary_ones(string cell, double value) => Value<double>(cell, Of("x", ColumnKind.Number)).ShouldBe(value);

    [Fact]
    public void Minus_zero_is_zero() => BitConverter.DoubleToInt64Bits(Value<double>("-0.0", Of("x", ColumnKind.Number))!.Value).ShouldBe(0);

    [Theory]
    [InlineData("1e999", "beyond the finite numbers")]
    [InlineData("NaN", "is not a number")]
    [InlineData("Infinity", "is not a number")]
    [InlineData("-∞", "is not a number")]
    [InlineData("\"1,5\"", "is not a number")]
    [InlineData("0x10", "is not a number")]
    public void Other_numbers_are_refused(string cell, string why) => Refusal(cell, Of("x", ColumnKind.Number)).ShouldContain(why);

    [Theory]
    [InlineData("true", true)]
    [InlineData("FALSE", false)]
    [InlineData("True", true)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Booleans_are_written_in_words_or_digits(string cell, bool value) => Value<bool>(cell, Of("b", ColumnKind.Boolean)).ShouldBe(value);

    [Fact]
    public void Other_booleans_are_refused() => Refusal("yes", Of("b", ColumnKind.Boolean)).ShouldBe("`yes` is not a boolean. Write `true`, `false`, `1` or `0`.");

    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31", -1)]
    [InlineData("2000-02-29", 11016)]
    [InlineData("0001-01-01", -719162)]
    [InlineData("9999-12-31", 2932896)]
    public void Dates_are_days_since_1970(string cell, int days) => Value<int>(cell, Of("d", ColumnKind.Date)).ShouldBe(days);

    [Theory]
    [InlineData("1900-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("2026-7-1")]
    [InlineData("01/07/2026")]
    [InlineData("2026-07-01T00:00")]
    public void Other_dates_are_refused(string cell) => Refusal(cell, Of("d", ColumnKind.Date)).ShouldBe($"`{cell}` is not a date. Write it like `2026-07-01`.");

    [Theory]
    [InlineData("PT1H30M", 5400_000000)]
    [InlineData("P1DT2H", 93600_000000)]
    [InlineData("P2W", 1209600_000000)]
    [InlineData("PT0.5S", 500000)]
    [InlineData("-PT0,000001S", -1)]
    [InlineData("PT1.5H", 5400_000000)]
    [InlineData("2 hours", 7200_000000)]
    [InlineData("1 hour", 3600_000000)]
    [InlineData("90 seconds", 90_000000)]
    [InlineData("1.5 days", 129600_000000)]
    [InlineData("-3 weeks", -1814400_000000)]
    [InlineData("250 milliseconds", 250000)]
    public void Durations_are_microseconds(string cell, long micros) => Value<long>($"\"{cell}\"", Of("d", ColumnKind.Duration)).ShouldBe(micros);

    [Theory]
    [InlineData("P1M", "is not a duration")]
    [InlineData("P1Y", "is not a duration")]
    [InlineData("P", "is not a duration")]
    [InlineData("P1DT", "is not a duration")]
    [InlineData("P1H", "is not a duration")]
    [InlineData("PT1M1H", "is not a duration")]
    [InlineData("PT1.5H3M", "is not a duration")]
    [InlineData("PT1.S", "is not a duration")]
    [InlineData("PTS", "is not a duration")]
    [InlineData("2hours", "is not a duration")]
    [InlineData("2 moons", "is not a duration")]
    [InlineData("1:30", "is not a duration")]
    [InlineData("90", "is not a duration")]
    [InlineData("PT0.0000001S", "is not a whole number of microseconds")]
    [InlineData("106751992 days", "is longer than 64 bits")]
    public void Other_durations_are_refused(string cell, string why) => Refusal(cell, Of("d", ColumnKind.Duration)).ShouldContain(why);

    [Theory]
    [InlineData("-0.05", ColumnKind.Money, 2)]
    [InlineData("-92233720368547758.08", ColumnKind.Decimal, 2)]
    [InlineData("2026-07-01", ColumnKind.Date, 0)]
    [InlineData("2026-07-01T03:53:00.25Z", ColumnKind.Timestamp, 0)]
    [InlineData("-1.500000 seconds", ColumnKind.Duration, 0)]
    [InlineData("true", ColumnKind.Boolean, 0)]
    [InlineData("0.1", ColumnKind.Number, 0)]
    public void A_value_is_shown_as_a_file_would_hold_it(string cell, ColumnKind kind, int scale) => Read($"v\n{cell}\n", Of("v", kind, scale))["v"].Show(0).ShouldBe(cell);
}
