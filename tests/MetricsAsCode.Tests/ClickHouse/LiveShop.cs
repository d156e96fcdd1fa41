using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>The shop of the tool's tests, its tables in ClickHouse.</summary>
internal sealed class LiveShop : IDisposable
{
    private static int number;

    public LiveShop()
    {
        _ = ChdbServer.Shared;
        Database = FormattableString.Invariant($"shop_{Interlocked.Increment(ref number)}");
        With("CREATE DATABASE {0}");
        With("CREATE TABLE {0}.customers (customer_id String, country LowCardinality(Nullable(String))) ENGINE = Memory");
        With("INSERT INTO {0}.customers VALUES ('ann', 'Germany'), ('bob', 'France'), ('cyd', NULL)");
        With("CREATE TABLE {0}.orders (order_id UInt32, customer_id String, placed_on Date, status Enum8('placed' = 1, 'delivered' = 2, 'lost' = 3), amount Decimal(10, 2)) ENGINE = Memory");
        With("INSERT INTO {0}.orders VALUES (1, 'ann', '2026-01-03', 'delivered', 10.50), (2, 'bob', '2026-01-20', 'delivered', 20.00), (3, 'ann', '2026-02-05', 'placed', 7.25), (4, 'cyd', '2026-03-31', 'delivered', 39.50), (5, 'bob', '2026-04-02', 'delivered', 5.00)");
        Folder.Write("metrics-defs/shop/shop.metrics", Definitions(Database));
    }

    public string Database { get; }

    public Sandbox Folder { get; } = new();

    public static string Definitions(string database) => Shop.Definitions
        .Replace("from csv \"data/customers.csv\"", $"from clickhouse \"{database}.customers\"", StringComparison.Ordinal)
        .Replace("from csv \"data/orders.csv\"", $"from clickhouse \"{database}.orders\"", StringComparison.Ordinal);

    /// <summary>Changes the tables; <c>{0}</c> is the database.</summary>
    public LiveShop With(string sql)
    {
        ChdbServer.Execute(sql.Replace("{0}", Database, StringComparison.Ordinal));
        return this;
    }

    public Ran Run(string line) => Folder.Run([.. line.Split(' '), "--engine", "clickhouse"]);

    public void Dispose()
    {
        Folder.Dispose();
        With("DROP DATABASE {0}");
    }
}
