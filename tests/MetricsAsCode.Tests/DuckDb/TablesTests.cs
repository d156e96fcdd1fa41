using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Tests.Data;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class TablesTests : IDisposable
{
    private readonly DuckDbConnection _database = Duck.Open();

    public void Dispose() => _database.Dispose();

    [DuckDbFact]
    public void Every_type_of_a_source_has_one_in_the_table()
    {
        var frame = Csv.Read(
            "t,i,n,d,m,b,day,at,took\n"
            + "\"\",9223372036854775807,0.1,-12.345,999999999999999.99,true,2026-07-01,2026-07-01T02:00:00+02:00,PT1H\n"
            + ",,,,,,,,\n",
            Csv.Text("t") with { IsOptional = true },
            Csv.Of("i", ColumnKind.Integer) with { IsOptional = true },
            Csv.Of("n", ColumnKind.Number) with { IsOptional = true },
            Csv.Of("d", ColumnKind.Decimal, 3) with { IsOptional = true },
            Csv.Of("m", ColumnKind.Money, 2) with { IsOptional = true },
            Csv.Of("b", ColumnKind.Boolean) with { IsOptional = true },
            Csv.Of("day", ColumnKind.Date) with { IsOptional = true },
            Csv.Of("at", ColumnKind.Timestamp) with { IsOptional = true },
            Csv.Of("took", ColumnKind.Duration) with { IsOptional = true });
        DuckDbTables.Register(_database, frame);

        _database.Rows("SELECT * FROM data").ShouldBe(
        [
            [
                "", long.MaxValue, 0.1, new DuckDbDecimal(-12345, 3), new DuckDbDecimal(99_999_999_999_999_999, 2), true,
                new DateOnly(2026, 7, 1), Instant.FromUtc(2026, 7, 1), 3_600_000_000L,
            ],
            [null, null, null, null, null, null, null, null, null],
        ]);
        _database.Rows("SELECT column_type FROM (DESCRIBE data)").Select(r => r[0])
            .ShouldBe(["VARCHAR", "BIGINT", "DOUBLE", "DECIMAL(18,3)", "DECIMAL(18,2)", "BOOLEAN", "DATE", "TIMESTAMP", "BIGINT"]);
    }

    [DuckDbTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void Chunks_join_where_they_should(int rows)
    {
        var known = Bitmap.All(rows);
        for (int row = 0; row < rows; row += 7)
            known[row] = false;
        var frame = new DataFrame(
            "t",
            rows,
            [
                new ValueColumn<long>("n", new ColumnType(ColumnKind.Integer), [.. Enumerable.Range(0, rows).Select(r => (long)r)]),
                new ValueColumn<double>("half", new ColumnType(ColumnKind.Number), [.. Enumerable.Range(0, rows).Select(r => r / 2.0)], known),
                TextColumn.Of("text", [.. Enumerable.Range(0, rows).Select(r => r % 5 == 0 ? null : $"the text of row {r % 100}")]),
            ]);
        DuckDbTables.Register(_database, frame);

        _database.Value("SELECT count(*) FROM t").ShouldBe((long)rows);
        _database.Value("SELECT count(*) FROM t WHERE (n % 7 = 0) <> (half IS NULL) OR half <> n / 2 OR (n % 5 = 0) <> (text IS NULL) OR text <> 'the text of row ' || (n % 100)").ShouldBe(0L);
    }

    [DuckDbFact]
    public void Nineteen_digits_fit_too()
    {
        var frame = new DataFrame("t", 2, [new ValueColumn<long>("m", new ColumnType(ColumnKind.Money, 2), [long.MaxValue, long.MinValue])]);
        DuckDbTables.Register(_database, frame);
        _database.Rows("SELECT m, typeof(m) FROM t").ShouldBe([[new DuckDbDecimal(long.MaxValue, 2), "DECIMAL(19,2)"], [new DuckDbDecimal(long.MinValue, 2), "DECIMAL(19,2)"]]);
        _database.Value("SELECT sum(m) FROM t").ShouldBe(new DuckDbDecimal(-1, 2));
    }

    [DuckDbFact]
    public void Rows_without_columns_are_counted()
    {
        DuckDbTables.Register(_database, new DataFrame("t", 3000, []));
        _database.Value("SELECT count(*) FROM t").ShouldBe(3000L);
    }

    [DuckDbFact]
    public void A_table_is_made_once()
    {
        var frame = new DataFrame("orders", 0, [TextColumn.Of("a", [])]);
        DuckDbTables.Register(_database, frame);
        Should.Throw<DuckDbException>(() => DuckDbTables.Register(_database, frame)).Message.ShouldContain("already exists");
    }
}
