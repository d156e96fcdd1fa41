using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Cli;

/// <summary><c>--engine duckdb</c>, <c>--engine duckdb:FILE</c> and <c>metrics sql</c>.</summary>
public sealed class DatabaseTests
{
    [DuckDbTheory]
    [InlineData("run revenue order_count aov --for 2026-Q1 --by customers.country --format json")]
    [InlineData("run revenue aov --for 2026 --grain month --format csv")]
    [InlineData("run aov --as-of 2026-03-30")]
    [InlineData("test")]
    public void A_database_in_memory_says_what_the_calculators_say(string line)
    {
        using var folder = Sandbox.WithShop();
        var compiled = folder.Run(line.Split(' '));
        compiled.Code.ShouldBe(0);
        folder.Run([.. line.Split(' '), "--engine", "duckdb"]).ShouldBe(compiled);
    }

    [DuckDbFact]
    public void A_database_file_says_what_the_data_files_say()
    {
        using var folder = Sandbox.WithShop();
        Make(folder, "DECIMAL(10, 2)");
        foreach (string line in new[] { "run revenue order_count aov --for 2026-Q1 --by customers.country --format json", "run revenue --for 2026 --grain month" })
            folder.Run([.. line.Split(' '), "--engine", "duckdb:shop.db"]).ShouldBe(folder.Run(line.Split(' ')));
    }

    [DuckDbTheory]
    [InlineData("DOUBLE", "`orders.amount`", "the table has DOUBLE where the source declares money USD")]
    [InlineData("DECIMAL(10, 3)", "`orders.amount`", "would lose digits")]
    public void A_type_that_does_not_hold_the_column_is_refused(string type, string place, string reason)
    {
        using var folder = Sandbox.WithShop();
        Make(folder, type);
        var ran = folder.Run("run", "revenue", "--for", "2026-Q1", "--engine", "duckdb:shop.db");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain(place.Trim('`'));
        ran.Error.ShouldContain(reason);
        ran.Out.ShouldBeEmpty();
    }

    [DuckDbFact]
    public void A_key_that_stands_twice_is_refused_before_it_counts_rows_twice()
    {
        using var folder = Sandbox.WithShop();
        Make(folder, "DECIMAL(10, 2)", "INSERT INTO customers SELECT * FROM customers LIMIT 1");
        var ran = folder.Run("run", "revenue", "--for", "2026-Q1", "--by", "customers.country", "--engine", "duckdb:shop.db");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("this key stands more than once");
    }

    [DuckDbFact]
    public void A_file_that_is_not_there_is_named()
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run("run", "revenue", "--engine", "duckdb:nowhere.db");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("there is no such database file");
    }

    [Fact]
    public void The_statement_of_a_metric_says_what_it_means_and_names_its_placeholders()
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run("sql", "revenue", "--dialect", "duckdb");
        ran.Code.ShouldBe(0);
        ran.Out.ShouldContain("-- revenue = sum(delivered.amount) -- What delivered orders brought in.\n");
        ran.Out.ShouldContain("(0, $period_from_us, $period_to_us, $period_from_day, $period_to_day)");
        ran.Out.ShouldContain("(r.\"status\" = 'delivered') AS f0");
        ran.Out.ShouldNotContain("MACRO");
    }

    [Fact]
    public void A_dialect_that_is_not_there_is_refused()
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run("sql", "revenue", "--dialect", "duckbd");
        ran.Code.ShouldBe(2);
        ran.Error.ShouldContain("Did you mean `duckdb`?");
    }

    private static void Make(Sandbox folder, string amount, string and = "SELECT 1")
    {
        using var database = DuckDbConnection.Open(folder.At("shop.db"));
        string data = folder.At("metrics-defs/shop/data").Replace("'", "''", StringComparison.Ordinal);
        database.Execute($"CREATE TABLE customers AS SELECT * FROM read_csv('{data}/customers.csv', all_varchar = true)");
        database.Execute($"CREATE TABLE orders AS SELECT CAST(order_id AS INTEGER) AS order_id, customer_id, CAST(placed_on AS DATE) AS placed_on, status, CAST(amount AS {amount}) AS amount FROM read_csv('{data}/orders.csv', all_varchar = true)");
        database.Execute(and);
    }
}
