using System.Diagnostics;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class ErrorTests : IDisposable
{
    private readonly DuckDbConnection _database = Duck.Open();

    public void Dispose() => _database.Dispose();

    [DuckDbTheory]
    [InlineData("SELEC 1", 1, "SELEC 1", "Parser Error: syntax error at or near \"SELEC\" (line 1 of the SQL, at `SELEC 1`)")]
    [InlineData("SELECT a,\n  b\nFROM (SELECT 1 AS a)", 2, "b", "Binder Error: Referenced column \"b\" not found in FROM clause! Candidate bindings: \"a\" (line 2 of the SQL, at `b`)")]
    [InlineData("SELECT avg(x) FROM (SELECT 'x' AS x)", 1, "avg(x) FROM (SELECT 'x' AS x)", null)]
    public void An_error_is_one_line_with_its_place(string sql, int line, string near, string? message)
    {
        var e = Should.Throw<DuckDbException>(() => _database.Execute(sql));
        e.Line.ShouldBe(line);
        e.Near.ShouldBe(near);
        e.Message.ShouldBe(message ?? e.Message);
        e.Message.ShouldNotContain("\n");
    }

    [DuckDbFact]
    public void An_error_in_long_SQL_stays_short()
    {
        string sql = $"SELECT {string.Join(", ", Enumerable.Range(1, 500))}, nope FROM (SELECT 1 AS a)";
        var e = Should.Throw<DuckDbException>(() => _database.Execute(sql));
        e.Near!.ShouldStartWith("nope");
        e.Message.Length.ShouldBeLessThan(200);
    }

    [DuckDbFact]
    public void An_error_of_a_row_comes_from_either_way_of_reading()
    {
        const string Sql = "SELECT CASE WHEN range = 90000 THEN error('row 90000') ELSE range END FROM range(100000)";
        Should.Throw<DuckDbException>(() => _database.Execute(Sql)).Message.ShouldContain("row 90000");
        Should.Throw<DuckDbException>(() =>
        {
            using var result = _database.Stream(Sql, []);
            result.ReadRows();
        }).Message.ShouldContain("row 90000");
        _database.Value("SELECT 1").ShouldBe(1L);
    }

    [DuckDbFact]
    public void Only_one_statement_runs_at_a_time()
    {
        _database.Execute("CREATE TABLE t (a INTEGER)");
        Should.Throw<DuckDbException>(() => _database.Execute("SELECT 1; DROP TABLE t"));
        _database.Value("SELECT count(*) FROM t").ShouldBe(0L);
    }

    [DuckDbFact]
    public void Parameters_must_be_as_many_as_the_statement_has()
    {
        Should.Throw<ArgumentException>(() => _database.Query("SELECT $1, $2", [1L]));
        Should.Throw<ArgumentException>(() => _database.Query("SELECT 1", [1L]));
        Should.Throw<ArgumentException>(() => _database.Query("SELECT $1", [new object()]));
    }

    [DuckDbFact]
    public void A_file_that_is_no_database_is_refused()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, new string('x', 100_000));
        Should.Throw<DuckDbException>(() => DuckDbConnection.Open(file)).Message.ShouldContain(file);
        File.Delete(file);
        Should.Throw<DuckDbException>(() => DuckDbConnection.Open(file, new DuckDbOptions { ReadOnly = true }));
        File.Exists(file).ShouldBeFalse();
    }

    [DuckDbFact]
    public void A_file_opened_to_read_is_not_written()
    {
        string file = Path.Combine(Path.GetTempPath(), $"metrics-{Guid.NewGuid():N}.duckdb");
        using (var database = DuckDbConnection.Open(file))
            database.Execute("CREATE TABLE t AS SELECT 42 AS a");
        using (var database = DuckDbConnection.Open(file, new DuckDbOptions { ReadOnly = true }))
        {
            database.Value("SELECT a FROM t").ShouldBe(42L);
            Should.Throw<DuckDbException>(() => database.Execute("DROP TABLE t")).Message.ShouldContain("read-only");
        }

        File.Delete(file);
    }

    [DuckDbFact]
    public void A_query_that_would_never_end_can_be_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var watch = Stopwatch.StartNew();
        Should.Throw<OperationCanceledException>(() => _database.Execute("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b", stop.Token));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        Should.Throw<OperationCanceledException>(() => _database.Execute("SELECT 1", stop.Token));
        _database.Value("SELECT 1").ShouldBe(1L);
    }
}
