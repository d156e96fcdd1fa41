using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class TypeTests : IDisposable
{
    private static readonly Int128 Nines38 = Int128.Parse(new string('9', 38), System.Globalization.CultureInfo.InvariantCulture);
    private readonly DuckDbConnection _database = Duck.Open();

    public static TheoryData<string, object?> Literals => new()
    {
        { "true", true },
        { "(-128)::TINYINT", -128L },
        { "(-32768)::SMALLINT", -32768L },
        { "(-2147483648)::INTEGER", -2147483648L },
        { "9223372036854775807::BIGINT", long.MaxValue },
        { "255::UTINYINT", 255L },
        { "65535::USMALLINT", 65535L },
        { "4294967295::UINTEGER", 4294967295L },
        { "18446744073709551615::UBIGINT", (Int128)ulong.MaxValue },
        { "170141183460469231731687303715884105727::HUGEINT", Int128.MaxValue },
        { "(-170141183460469231731687303715884105728)::HUGEINT", Int128.MinValue },
        { "-1::HUGEINT", (Int128)(-1) },
        { "'-9.99'::DECIMAL(4, 2)", new DuckDbDecimal(-999, 2) },
        { "'99.99'::DECIMAL(4, 2)", new DuckDbDecimal(9999, 2) },
        { "'-99999.9999'::DECIMAL(9, 4)", new DuckDbDecimal(-999_999_999, 4) },
        { "'999999999999999999'::DECIMAL(18, 0)", new DuckDbDecimal(999_999_999_999_999_999, 0) },
        { $"'0.{new string('9', 38)}'::DECIMAL(38, 38)", new DuckDbDecimal(Nines38, 38) },
        { $"'-{new string('9', 38)}'::DECIMAL(38, 0)", new DuckDbDecimal(-Nines38, 0) },
        { "1.5::FLOAT", 1.5 },
        { "0.1::DOUBLE", 0.1 },
        { "1.7976931348623157e308::DOUBLE", double.MaxValue },
        { "''", "" },
        { "'twelve bytes'", "twelve bytes" },
        { "'thirteen byte'", "thirteen byte" },
        { "'Évora 東京 🦆 and more text'", "Évora 東京 🦆 and more text" },
        { "DATE '0001-01-01'", DateOnly.MinValue },
        { "DATE '9999-12-31'", DateOnly.MaxValue },
        { "TIMESTAMP '0001-01-01'", Instant.MinValue },
        { "TIMESTAMP '9999-12-31 23:59:59.999999'", Instant.MaxValue },
        { "TIMESTAMP '1969-12-31 23:59:59.999999'", new Instant(-1) },
        { "TIMESTAMPTZ '2026-07-01 00:00:00+05:30'", Instant.FromUtc(2026, 6, 30, 18, 30) },
        { "INTERVAL '14 months 3 days 2 microseconds'", new DuckDbInterval(14, 3, 2) },
        { "NULL::VARCHAR", null },
        { "NULL::HUGEINT", null },
    };

    public void Dispose() => _database.Dispose();

    [DuckDbTheory]
    [MemberData(nameof(Literals))]
    public void A_value_is_read_as_it_is(string sql, object? value) => _database.Value($"SELECT {sql}").ShouldBe(value);

    [DuckDbTheory]
    [InlineData(null, "INTEGER")]
    [InlineData(true, "BOOLEAN")]
    [InlineData(-7, "INTEGER")]
    [InlineData(long.MinValue, "BIGINT")]
    [InlineData(double.Epsilon, "DOUBLE")]
    [InlineData("", "VARCHAR")]
    [InlineData("a\0b '; DROP TABLE t; --", "VARCHAR")]
    public void A_parameter_comes_back(object? value, string type)
    {
        var expected = value is int whole ? (long)whole : value;
        _database.Rows("SELECT $1, $1, typeof($1)", value).ShouldHaveSingleItem().Take(2).ShouldAllBe(v => Equals(v, expected));
        if (value is not null)
            _database.Value("SELECT typeof($1)", value).ShouldBe(type);
    }

    [DuckDbFact]
    public void Wide_parameters_come_back()
    {
        _database.Value("SELECT $1", Int128.MinValue).ShouldBe(Int128.MinValue);
        _database.Value("SELECT $1", new DuckDbDecimal(-Nines38, 12)).ShouldBe(new DuckDbDecimal(-Nines38, 12));
        _database.Value("SELECT $1", new DateOnly(1969, 12, 31)).ShouldBe(new DateOnly(1969, 12, 31));
        _database.Value("SELECT $1", Instant.MinValue).ShouldBe(Instant.MinValue);
        _database.Value("SELECT $1", new string('é', 100_000)).ShouldBe(new string('é', 100_000));
    }

    [DuckDbFact]
    public void A_value_read_as_another_type_is_a_mistake_of_ours()
    {
        using var result = _database.Query("SELECT 1.5::DECIMAL(4, 1) AS amount, 'x' AS name, [1] AS list");
        using var chunk = result.ReadChunk().ShouldNotBeNull();
        chunk[0].Whole(0).ShouldBe(15);
        Should.Throw<InvalidOperationException>(() => chunk[0].Long(0)).Message.ShouldContain("`amount` is Decimal");
        Should.Throw<InvalidOperationException>(() => chunk[0].Values<long>().Length);
        Should.Throw<InvalidOperationException>(() => chunk[1].Boolean(0));
        Should.Throw<InvalidOperationException>(() => chunk[2].Value(0));
        Should.Throw<ArgumentOutOfRangeException>(() => chunk[1].Text(1));
    }
}
