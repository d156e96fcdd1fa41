using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own on a loopback port; it stops when they end.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> One = new(() =>
    {
        var server = new PostgresServer();
        Environment.SetEnvironmentVariable("METRICS_POSTGRES", server.ConnectionString);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"metrics-postgres-{Guid.NewGuid():N}");

    public PostgresServer()
    {
        Port = FreePort();
        Script("start", folder, $"{Port}", $"{Environment.ProcessId}");
    }

    /// <summary>The one that all tests share, and to which <c>--engine postgres</c> connects.</summary>
    public static PostgresServer Shared => One.Value;

    public int Port { get; }

    public string ConnectionString => ConnectionOf("postgres");

    /// <summary>How a user connects, whose password is never asked for.</summary>
    public string ConnectionOf(string user, string database = "postgres") => $"Host=127.0.0.1;Port={Port};Username={user};Database={database};Password=very-secret";

    public NpgsqlConnection Open(string? connection = null)
    {
        var opened = new NpgsqlConnection((connection ?? ConnectionString) + ";Pooling=false");
        opened.Open();
        return opened;
    }

    public void Execute(string sql, string? connection = null)
    {
        using var opened = Open(connection);
        using var command = new NpgsqlCommand(sql, opened);
        command.ExecuteNonQuery();
    }

    public object? Value(string sql)
    {
        using var opened = Open();
        using var command = new NpgsqlCommand(sql, opened);
        return command.ExecuteScalar();
    }

    /// <summary>A schema with a name that no other test has.</summary>
    public string Schema()
    {
        string name = $"s{Guid.NewGuid():N}";
        Execute($"CREATE SCHEMA {name}");
        return name;
    }

    /// <summary>How many statements run at the moment that contain a text.</summary>
    public long Running(string text) =>
        (long)Value($"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%{text}%'")!;

    /// <summary>All of its processes, at once.</summary>
    public void Kill() => Script("kill", folder);

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Script("stop", folder);
    }

    /// <summary>Runs <c>tests/engines/postgres.sh</c>.</summary>
    public static void Script(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Repository.PathOf("tests/engines/postgres.sh"), .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"postgres.sh {string.Join(' ', arguments)} has ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
