using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>The shop of the tool's tests, its tables in PostgreSQL.</summary>
internal sealed class LiveShop : IDisposable
{
    public const string Tables = """
        CREATE TABLE {0}.customers (customer_id varchar(20) COLLATE "C", country char(12));
        INSERT INTO {0}.customers VALUES ('ann', 'Germany'), ('bob', 'France'), ('cyd', NULL);
        CREATE TABLE {0}.orders (order_id integer, customer_id text, placed_on date, status text, amount numeric(10, 2));
        INSERT INTO {0}.orders VALUES
          (1, 'ann', '2026-01-03', 'delivered', 10.50), (2, 'bob', '2026-01-20', 'delivered', 20.00), (3, 'ann', '2026-02-05', 'placed', 7.25),
          (4, 'cyd', '2026-03-31', 'delivered', 39.50), (5, 'bob', '2026-04-02', 'delivered', 5.00);
        """;

    public LiveShop(PostgresServer? server = null)
    {
        Server = server ?? PostgresServer.Shared;
        Schema = Server.Schema();
        Server.Execute(Tables.Replace("{0}", Schema, StringComparison.Ordinal));
        Folder.Write("metrics-defs/shop/shop.metrics", Definitions(Schema));
    }

    public PostgresServer Server { get; }

    public string Schema { get; }

    /// <summary>The definitions that read the tables.</summary>
    public Sandbox Folder { get; } = new();

    public static string Definitions(string schema) => Shop.Definitions
        .Replace("from csv \"data/customers.csv\"", $"from postgres \"{schema}.customers\"", StringComparison.Ordinal)
        .Replace("from csv \"data/orders.csv\"", $"from postgres \"{schema}.orders\"", StringComparison.Ordinal);

    /// <summary>Changes the tables; <c>{0}</c> is the schema.</summary>
    public LiveShop With(string sql)
    {
        Server.Execute(sql.Replace("{0}", Schema, StringComparison.Ordinal));
        return this;
    }

    public Ran Run(string line) => Folder.Run([.. line.Split(' '), "--engine", "postgres"]);

    public void Dispose()
    {
        Folder.Dispose();
        if (ReferenceEquals(Server, PostgresServer.Shared))
            Server.Execute($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
    }
}
