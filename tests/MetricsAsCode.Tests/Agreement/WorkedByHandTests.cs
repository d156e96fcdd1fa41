using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>Examples worked by hand: the tests stand in the definitions and hold in every engine.</summary>
public sealed class WorkedByHandTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    /// <summary>Different computed values and sets that values ask for; times and texts of metrics.</summary>
    public static TheoryData<string> Files => ["computed_values", "times_of_metrics"];

    [Theory]
    [MemberData(nameof(Files))]
    public void In_the_calculator(string file) => Test(file, "compiled");

    [Theory]
    [MemberData(nameof(Files))]
    public void In_the_reference_evaluator(string file) => Test(file, "reference");

    [DuckDbTheory]
    [MemberData(nameof(Files))]
    public void In_SQL(string file) => Test(file, "duckdb");

    [PostgresTheory]
    [MemberData(nameof(Files))]
    public void In_SQL_of_PostgreSQL(string file)
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        Test(file, "postgres");
    }

    private void Test(string file, string engine)
    {
        var ran = sandbox.Write($"defs/{file}.metrics", Repository.Read($"tests/MetricsAsCode.Tests/Agreement/{file}.metrics")).Run("test", "defs", "--engine", engine);
        ran.Error.ShouldBe("");
        ran.Code.ShouldBe(0);
    }
}
