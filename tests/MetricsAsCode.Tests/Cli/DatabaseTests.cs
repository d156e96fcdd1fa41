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
    [InlineData("DOUBLE", "`orders.amount`", "is DOUBLE in the table where the source declares money USD")]
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
        ran.Error.ShouldContain("The key `customer_id` is not unique: one value stands in several rows, the first");
    }

    [DuckDbFact]
    public void A_file_that_is_not_there_is_named()
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run("run", "revenue", "--engine", "duckdb:nowhere.db");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldContain("there is no such database file");
    }

    [DuckDbFact]
    public void A_literal_table_stands_beside_those_of_the_database()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/rates.metrics", "module shop\nsource rates from table {\n  code text key\n  rate number\n}\n| code | rate |\n| a    | 1.5  |\n| b    | 2    |\n\nmetric rates_sum = sum(rates.rate)\n");
        Make(folder, "DECIMAL(10, 2)");
        folder.Run("run", "rates_sum", "--for", "2026-Q1", "--format", "csv", "--engine", "duckdb:shop.db").ShouldBe(folder.Run("run", "rates_sum", "--for", "2026-Q1", "--format", "csv"));
    }

    [DuckDbFact]
    public void Check_holds_sources_against_the_tables()
    {
        using var folder = Sandbox.WithShop();
        Make(folder, "DECIMAL(10, 2)", "DELETE FROM customers WHERE customer_id = (SELECT min(customer_id) FROM customers)");
        var ran = folder.Run("check", "--engine", "duckdb:shop.db");
        ran.Code.ShouldBe(1);
        ran.Error.ShouldStartWith("metrics-defs/shop/shop.metrics(16,3): error MAC7007: ");
        ran.Error.ShouldContain("  16 |   customer_id text -> customers\n");
        ran.Error.ShouldEndWith("1 error in 1 file\n");
        folder.Run("check", "--format", "json", "--engine", "duckdb:shop.db").Out.ShouldContain("\"id\": \"MAC7007\"");
        folder.Run("check").Code.ShouldBe(0);
    }

    [DuckDbFact]
    public void Check_of_tables_that_fit_says_so()
    {
        using var folder = Sandbox.WithShop();
        Make(folder, "DECIMAL(10, 2)");
        folder.Run("check", "--engine", "duckdb:shop.db").ShouldBe(folder.Run("check"));
    }

    [DuckDbFact]
    public void What_is_no_database_is_a_data_error_also_to_check()
    {
        using var folder = Sandbox.WithShop().Write("no.db", "order_id,amount\n");
        folder.Run("check", "--engine", "duckdb:nowhere.db").Code.ShouldBe(3);
        var ran = folder.Run("check", "--engine", "duckdb:no.db");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldStartWith("no.db: error: the database cannot be opened (");
        folder.Run("check", "--engine", "duckdb").Code.ShouldBe(2);
    }

    [DuckDbFact]
    public void A_table_s_collation_and_a_session_s_zone_change_nothing()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/late.metrics", """
            module shop
            source events from csv "data/events.csv" {
              name text
              at_  timestamp time
            }
            metric names  = distinct(events.name)
            metric smalls = count(events where name = "a")
            metric by_min = min(events.name)
            """).Write("metrics-defs/shop/data/events.csv", "name,at_\na,2026-01-31T23:30:00Z\nA,2026-02-01T00:30:00Z\n\u00e9,2026-01-01T00:00:00Z\n");
        Make(folder, "DECIMAL(10, 2)");
        using (var database = DuckDbConnection.Open(folder.At("shop.db")))
        {
            database.Execute("CREATE TABLE events (name VARCHAR COLLATE NOCASE, at_ TIMESTAMP WITH TIME ZONE)");
            database.Execute("INSERT INTO events VALUES ('a', make_timestamptz(1769902200000000)), ('A', make_timestamptz(1769905800000000)), ('\u00e9', make_timestamptz(1767225600000000))");
        }

        foreach (string line in new[] { "run names smalls by_min --for 2026 --format csv", "run names smalls --for 2026-01 --by events.at_ --format csv", "run names --for 2026 --by events.name --top 2 --format csv", "run names --for 2026 --by events.at_ --top 2 --format csv" })
            folder.Run([.. line.Split(' '), "--engine", "duckdb:shop.db"]).ShouldBe(folder.Run(line.Split(' ')));
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
