using MetricsAsCode.Data;
using MetricsAsCode.Tests.Data;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class ParquetValueTests : IDisposable
{
    private readonly ParquetFiles _files = new();

    public void Dispose() => _files.Dispose();

    [DuckDbTheory]
    [InlineData("1::TINYINT", "1")]
    [InlineData("(-2)::SMALLINT", "-2")]
    [InlineData("3::INTEGER", "3")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("255::UTINYINT", "255")]
    [InlineData("4294967295::UINTEGER", "4294967295")]
    [InlineData("9223372036854775807::UBIGINT", "9223372036854775807")]
    [InlineData("12.00::DECIMAL(10, 2)", "12")]
    [InlineData("(-12)::DECIMAL(38, 20)", "-12")]
    [InlineData("7::DOUBLE", "7")]
    [InlineData("9007199254740994::DOUBLE", "9007199254740994")]
    public void A_whole_number_is_read_from_any_type_of_numbers(string sql, string value) =>
        _files.Column($"SELECT {sql} AS x", Csv.Integer("x")).ShouldBe([value]);

    [DuckDbTheory]
    [InlineData("9223372036854775808::UBIGINT", "`9223372036854775808` is beyond the 64-bit integers.")]
    [InlineData("12.50::DECIMAL(10, 2)", "`12.50` is not a whole number. Declare the column as `decimal` or `number` to keep the digits after the point.")]
    [InlineData("0.5::DOUBLE", "`0.5` is not a whole number. Declare the column as `decimal` or `number` to keep the digits after the point.")]
    [InlineData("1e19::DOUBLE", "`1E+19` is beyond the 64-bit integers.")]
    [InlineData("'nan'::DOUBLE", "`NaN` is not an integer. Write digits only, e.g. `-1234`.")]
    public void A_number_that_is_none_of_64_bits_is_refused(string sql, string message) =>
        _files.Refusal($"SELECT {sql} AS x", Csv.Integer("x")).ShouldBe(message);

    [DuckDbTheory]
    [InlineData("19.99::DECIMAL(4, 2)", "19.99")]
    [InlineData("-19.9::DECIMAL(9, 1)", "-19.90")]
    [InlineData("19.9900::DECIMAL(18, 4)", "19.99")]
    [InlineData("'92233720368547758.07'::DECIMAL(38, 2)", "92233720368547758.07")]
    [InlineData("20::BIGINT", "20.00")]
    [InlineData("19.99::DOUBLE", "19.99")]
    [InlineData("-0.07::DOUBLE", "-0.07")]
    [InlineData("90071992547409.91::DOUBLE", "90071992547409.91")]
    [InlineData("1e16::DOUBLE", "10000000000000000.00")]
    [InlineData("19.99::FLOAT", "19.99")]
    public void An_amount_is_exact_whatever_the_file_stores(string sql, string value) =>
        _files.Column($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Money, 2)).ShouldBe([value]);

    [DuckDbTheory]
    [InlineData("19.999::DECIMAL(9, 3)", "`19.999` has more than 2 digits after the point. Declare a larger scale to keep them, e.g. `money(4)`.")]
    [InlineData("(1::DOUBLE / 3)", "`0.3333333333333333` has more than 2 digits after the point. Declare a larger scale to keep them, e.g. `money(4)`.")]
    [InlineData("'92233720368547758.08'::DECIMAL(38, 2)", "`92233720368547758.08` is beyond what 64 bits hold with 2 digits after the point.")]
    [InlineData("9223372036854775807::BIGINT", "`9223372036854775807` is beyond what 64 bits hold with 2 digits after the point.")]
    [InlineData("'inf'::DOUBLE", "`Infinity` is not a number. Write digits with a point, e.g. `1234.5`.")]
    public void An_amount_that_does_not_fit_is_refused(string sql, string message) =>
        _files.Refusal($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Money, 2)).ShouldBe(message);

    [DuckDbTheory]
    [InlineData("0.1::DOUBLE", 0.1)]
    [InlineData("0.1::FLOAT", 0.1f)]
    [InlineData("-0.0::DOUBLE", 0.0)]
    [InlineData("3::INTEGER", 3.0)]
    [InlineData("0.1::DECIMAL(2, 1)", 0.1)]
    [InlineData("'0.12345678901234567890123456789012345678'::DECIMAL(38, 38)", 0.12345678901234567890123456789012345678)]
    [InlineData("'99999999999999999999999999999999999.999'::DECIMAL(38, 3)", 99999999999999999999999999999999999.999)]
    public void A_number_is_the_nearest_binary_one(string sql, double value)
    {
        double read = _files.Write("n.parquet", $"SELECT {sql} AS x").Read("n.parquet", Csv.Of("x", ColumnKind.Number)).Values<double>("x")[0];
        BitConverter.DoubleToInt64Bits(read).ShouldBe(BitConverter.DoubleToInt64Bits(value));
    }

    [DuckDbFact]
    public void A_number_must_be_finite() => _files.Refusal("SELECT 'nan'::FLOAT AS x", Csv.Of("x", ColumnKind.Number)).ShouldStartWith("`NaN` is not a number.");

    [DuckDbTheory]
    [InlineData("TIMESTAMP '2026-07-01 02:00:00.000001'", null, "2026-07-01T02:00:00.000001Z")]
    [InlineData("TIMESTAMP '2026-07-01 02:00:00'", "Europe/Berlin", "2026-07-01T00:00:00Z")]
    [InlineData("TIMESTAMPTZ '2026-07-01 02:00:00+02'", "Asia/Kolkata", "2026-07-01T00:00:00Z")]
    [InlineData("TIMESTAMP_MS '2026-07-01 02:00:00.001'", null, "2026-07-01T02:00:00.001Z")]
    [InlineData("TIMESTAMP_S '1900-07-01 02:00:00'", null, "1900-07-01T02:00:00Z")]
    [InlineData("TIMESTAMP_NS '2026-07-01 02:00:00.000001000'", null, "2026-07-01T02:00:00.000001Z")]
    [InlineData("TIMESTAMP_NS '1969-12-31 23:59:59.999999'", null, "1969-12-31T23:59:59.999999Z")]
    [InlineData("DATE '2026-07-01'", "Europe/Berlin", "2026-06-30T22:00:00Z")]
    [InlineData("TIMESTAMP '0001-01-01'", null, "0001-01-01T00:00:00Z")]
    [InlineData("TIMESTAMP '9999-12-31 23:59:59.999999'", null, "9999-12-31T23:59:59.999999Z")]
    public void A_time_is_an_instant(string sql, string? zone, string value) =>
        _files.Column($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Timestamp) with { Zone = zone }).ShouldBe([value]);

    [DuckDbTheory]
    [InlineData("TIMESTAMP_NS '2026-07-01 02:00:00.000001001'", "is finer than a microsecond.")]
    [InlineData("TIMESTAMP '10000-01-01'", "is outside the years 1 to 9999 in UTC.")]
    [InlineData("TIMESTAMP '294000-01-01'", "is outside the years 1 to 9999 in UTC.")]
    [InlineData("TIMESTAMP 'infinity'", "is outside the years 1 to 9999 in UTC.")]
    [InlineData("TIMESTAMP '0001-01-01 (BC)'", "is outside the years 1 to 9999 in UTC.")]
    public void A_time_too_fine_or_too_far_is_refused(string sql, string message) =>
        _files.Refusal($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Timestamp)).ShouldContain(message);

    [DuckDbTheory]
    [InlineData("DATE '0001-01-01'", "0001-01-01")]
    [InlineData("DATE '9999-12-31'", "9999-12-31")]
    [InlineData("TIMESTAMP '1969-12-31'", "1969-12-31")]
    [InlineData("TIMESTAMP_NS '2026-07-01'", "2026-07-01")]
    public void A_date_is_a_day_or_its_midnight(string sql, string value) =>
        _files.Column($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Date)).ShouldBe([value]);

    [DuckDbTheory]
    [InlineData("TIMESTAMP '2026-07-01 00:00:01'", "`2026-07-01T00:00:01Z` is not a date. Write it like `2026-07-01`.")]
    [InlineData("DATE '10000-01-01'", "`day 2932897 since 1970-01-01` is not a date. Write it like `2026-07-01`.")]
    public void A_time_of_day_is_no_date(string sql, string message) => _files.Refusal($"SELECT {sql} AS x", Csv.Of("x", ColumnKind.Date)).ShouldBe(message);

    [DuckDbFact]
    public void Booleans_texts_and_durations_are_read()
    {
        _files.Column("SELECT true AS x UNION ALL SELECT false", Csv.Of("x", ColumnKind.Boolean)).ShouldBe(["true", "false"]);
        _files.Column("SELECT unnest(['', 'Évora 東京', repeat('long ', 3000)]) AS x", Csv.Text("x")).ShouldBe(["", "Évora 東京", string.Concat(Enumerable.Repeat("long ", 3000))]);
        _files.Column("SELECT 'e1e2e3e4-0000-4000-8000-000000000001'::UUID AS x", Csv.Text("x")).ShouldBe(["e1e2e3e4-0000-4000-8000-000000000001"]);
        _files.Column("SELECT INTERVAL '1 day 2 hours' AS x", Csv.Of("x", ColumnKind.Duration)).ShouldBe(["93600.000000 seconds"]);
        _files.Refusal("SELECT INTERVAL '1 month' AS x", Csv.Of("x", ColumnKind.Duration)).ShouldContain("months and years have no fixed length");
        _files.Refusal("SELECT 'a' || chr(0) || 'b' AS x", Csv.Text("x")).ShouldBe("`a\\u0000b` holds the character NUL, which is no text.");
    }
}
