using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class ChunkTests : IDisposable
{
    private readonly DuckDbConnection _database = Duck.Open();

    public void Dispose() => _database.Dispose();

    [DuckDbTheory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2047, true)]
    [InlineData(2048, false)]
    [InlineData(2049, true)]
    [InlineData(4096, true)]
    [InlineData(100_001, false)]
    [InlineData(100_001, true)]
    public void Rows_come_once_and_in_order(int rows, bool isStreamed)
    {
        const string Sql = "SELECT range AS n, CASE WHEN range % 3 = 0 THEN NULL ELSE 'row number ' || range END AS t FROM range($1) ORDER BY n";
        using var result = isStreamed ? _database.Stream(Sql, [(long)rows]) : _database.Query(Sql, [(long)rows]);
        long next = 0;
        foreach (var chunk in result.Chunks())
        {
            chunk.RowCount.ShouldBeInRange(1, 2048);
            var numbers = chunk[0].Values<long>();
            for (int row = 0; row < chunk.RowCount; row++, next++)
            {
                numbers[row].ShouldBe(next);
                chunk[1].Value(row).ShouldBe(next % 3 == 0 ? null : $"row number {next}");
            }
        }

        next.ShouldBe(rows);
        result.ReadChunk().ShouldBeNull();
    }

    [DuckDbFact]
    public void Known_rows_are_one_bit_each()
    {
        using var result = _database.Query("SELECT CASE WHEN range IN (0, 63, 64, 127) THEN NULL ELSE range END, range FROM range(130) ORDER BY range");
        using var chunk = result.ReadChunk().ShouldNotBeNull();
        chunk[0].Validity.ToArray().ShouldBe([ulong.MaxValue - (1UL << 63) - 1, ulong.MaxValue - (1UL << 63) - 1, chunk[0].Validity[2]]);
        (chunk[0].Validity[2] & 3).ShouldBe(3UL);
        Enumerable.Range(0, 130).Where(r => !chunk[0].IsKnown(r)).ShouldBe([0, 63, 64, 127]);
    }

    [DuckDbFact]
    public void A_chunk_that_is_gone_is_not_read()
    {
        using var result = _database.Query("SELECT 'long enough to lie elsewhere' FROM range(3000)");
        var chunk = result.ReadChunk().ShouldNotBeNull();
        var vector = chunk[0];
        chunk.Dispose();
        Should.Throw<ObjectDisposedException>(() => vector.Text(0));
        Should.Throw<ObjectDisposedException>(() => vector.IsKnown(0));
        result.Dispose();
        Should.Throw<ObjectDisposedException>(() => result.ReadChunk());
    }

    [DuckDbFact]
    public void A_column_knows_its_name_and_type()
    {
        using var result = _database.Query("SELECT 1::DECIMAL(30, 7) AS \"a \"\"b\"\"\", DATE '2026-01-01' AS ü");
        result.Columns.ShouldBe([new DuckDbColumn("a \"b\"", DuckDbType.Decimal, 30, 7), new DuckDbColumn("ü", DuckDbType.Date)]);
    }
}
