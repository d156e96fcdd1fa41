using MetricsAsCode.Data;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>How the tool connects, what it may do then, and what it never says.</summary>
public sealed class ConnectionTests
{
    private const string Secret = "very-secret";

    [Fact]
    public void The_variable_is_asked_before_the_file()
    {
        using var folder = new Cli.Sandbox();
        folder.Write("connections", "# ours\nclickhouse = http://elsewhere\n PostGres = Host=of-the-file\n");
        string? Environment(string name) => name == "METRICS_POSTGRES" ? "Host=of-the-variable" : folder.At("connections");
        Connections.Of("postgres", "…", Environment).ShouldBe("Host=of-the-variable");
        Connections.Of("postgres", "…", name => name == Connections.File ? folder.At("connections") : null).ShouldBe("Host=of-the-file");
        Should.Throw<ConnectionMissingException>(() => Connections.Of("postgres", "Host=…", _ => null)).Message
            .ShouldBe("Nothing says how to connect. Set METRICS_POSTGRES, e.g. to `Host=…`, or let METRICS_CONNECTIONS name a file with a line `postgres = …`.");
    }

    [Theory]
    [InlineData("Hosst=db;Password=very-secret")]
    [InlineData("Host=db;Port=very-secret")]
    [InlineData("very-secret")]
    [InlineData("Database=shop;Password=very-secret")]
    public void A_connection_that_cannot_be_read_is_not_quoted(string written)
    {
        var said = Should.Throw<ConnectionMissingException>(() => PostgresSettings.Read(written));
        said.ToString().ShouldNotContain(Secret);
        said.Message.ShouldContain("Write it like `Host=db.example.com;");
    }

    [Fact]
    public void An_address_says_the_same_as_a_connection_string()
    {
        string read = PostgresSettings.Read("postgres://us%20er:p%40ss@db.example.com:5433/sh%6Fp?sslmode=require").ConnectionString;
        foreach (string part in new[] { "Host=db.example.com", "Port=5433", "Username=\"us er\"", "Password=p@ss", "Database=shop", "SSL Mode=Require", "Command Timeout=600" })
            read.ShouldContain(part);
    }

    [PostgresFact]
    public void Nobody_is_told_the_password_whatever_goes_wrong()
    {
        int port = PostgresServer.Shared.Port;
        string[] connections =
        [
            "Host=127.0.0.1;Port=1;Username=postgres;Password=very-secret",
            "Host=nowhere.invalid;Username=postgres;Password=very-secret",
            $"Host=127.0.0.1;Port={port};Username=very-secret;Database=postgres;Password=very-secret",
            $"Host=127.0.0.1;Port={port};Username=postgres;Database=very-secret;Password=very-secret",
        ];
        foreach (string connection in connections)
        {
            var said = Should.Throw<DataException>(() => PostgresSql.Connect(PostgresSettings.Read(connection)));
            said.Message.ShouldStartWith("postgres: error: PostgreSQL ");
            said.Message.ShouldNotContain(Secret);
        }

        using var connected = PostgresSql.Connect(PostgresSettings.Read(PostgresServer.Shared.ConnectionString));
        Should.Throw<Exception>(() => connected.Query("SELECT 'very-secret'::int", default).ToList()).ToString().Split("\nSELECT")[0].ShouldNotContain(Secret);
    }

    [PostgresFact]
    public void A_user_who_may_only_read_and_make_temporary_tables_is_enough()
    {
        using var live = new LiveShop();
        string user = $"reader_{live.Schema}";
        live.With($"CREATE ROLE {user} LOGIN; ALTER ROLE {user} SET default_transaction_read_only = on; ALTER ROLE {user} SET search_path = public, pg_temp; GRANT USAGE ON SCHEMA {{0}} TO {user}; GRANT SELECT ON {{0}}.orders, {{0}}.customers TO {user}");
        Live.Revenue(live, live.Server.ConnectionOf(user)).ShouldBe("30.50");
        live.With($"REVOKE SELECT ON {{0}}.orders FROM {user}");
        Should.Throw<DataException>(() => Live.Revenue(live, live.Server.ConnectionOf(user))).Message.ShouldBe("postgres: error: PostgreSQL refuses (permission denied for table orders). Grant SELECT on what sources read.");
        live.With($"DROP OWNED BY {user}; DROP ROLE {user}");
    }

    [PostgresFact]
    public void A_user_without_temporary_tables_is_told_what_is_missing()
    {
        var server = PostgresServer.Shared;
        string name = server.Schema();
        server.Execute($"CREATE ROLE {name} LOGIN");
        server.Execute($"CREATE DATABASE {name}");
        server.Execute($"REVOKE TEMPORARY ON DATABASE {name} FROM PUBLIC");
        Should.Throw<DataException>(() => PostgresSql.Connect(PostgresSettings.Read(server.ConnectionOf(name, name)))).Message.ShouldContain("grant TEMPORARY on the database");
    }

    [PostgresFact]
    public void What_is_computed_sees_one_state_and_cannot_write()
    {
        using var live = new LiveShop();
        using var engine = Live.Open(live);
        Live.Value(engine, "shop.revenue").ShouldBe("30.50");
        live.With("INSERT INTO {0}.orders VALUES (6, 'ann', '2026-01-30', 'delivered', 100)");
        Live.Value(engine, "shop.order_count").ShouldBe("2");
        Live.Revenue(live, live.Server.ConnectionString).ShouldBe("130.50");

        using var connection = PostgresSql.Connect(PostgresSettings.Read(live.Server.ConnectionString));
        connection.Freeze();
        Should.Throw<DataException>(() => connection.Execute($"DELETE FROM {live.Schema}.orders")).Message.ShouldContain("read-only transaction");
    }

    [PostgresFact]
    public void A_statement_that_takes_too_long_is_stopped_on_the_server()
    {
        using var connection = PostgresSql.Connect(PostgresSettings.Read(PostgresServer.Shared.ConnectionString + ";Command Timeout=1"));
        Should.Throw<DataException>(() => connection.Query("SELECT pg_sleep(77)::text", default).ToList()).Message
            .ShouldBe("postgres: error: PostgreSQL has not answered within 1 seconds. Ask for less at a time, or set `Command Timeout=SECONDS` in METRICS_POSTGRES.");
        Eventually(() => PostgresServer.Shared.Running("pg_sleep(77)") == 0);
    }

    [PostgresFact]
    public void Whoever_stops_the_tool_stops_the_server_too()
    {
        using var connection = PostgresSql.Connect(PostgresSettings.Read(PostgresServer.Shared.ConnectionString));
        using var stop = new CancellationTokenSource();
        var asked = Task.Run(() => connection.Query("SELECT pg_sleep(78)::text", stop.Token).ToList());
        Eventually(() => PostgresServer.Shared.Running("pg_sleep(78)") == 1);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => asked.GetAwaiter().GetResult());
        Eventually(() => PostgresServer.Shared.Running("pg_sleep(78)") == 0);
    }

    internal static void Eventually(Func<bool> holds)
    {
        for (int i = 0; i < 900 && !holds(); i++)
            Thread.Sleep(100);
        holds().ShouldBeTrue();
    }
}
