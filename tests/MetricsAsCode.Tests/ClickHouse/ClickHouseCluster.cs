using System.Diagnostics;
using MetricsAsCode.Differential.Cluster;
using MetricsAsCode.Engines.ClickHouse;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>Servers of Debian's ClickHouse 18.16 on loopback ports, as tests/engines/clickhouse.sh starts them.</summary>
internal sealed class ClickHouseCluster : IDisposable
{
    private static readonly Lazy<ClickHouseCluster> Started = new(static () =>
    {
        var cluster = new ClickHouseCluster(3);
        Environment.SetEnvironmentVariable(ShardedTables.Variable, string.Join(',', Enumerable.Range(1, 3).Select(k => cluster.Address(k))));
        return cluster;
    });

    private static int number;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"metrics-clickhouse-{Guid.NewGuid():N}");
    private readonly int port = 20_000 + (Environment.ProcessId % 250 * 100) + (Interlocked.Increment(ref number) * 35);

    public ClickHouseCluster(int servers) => Script("start", folder, $"{port}", $"{servers}", $"{Environment.ProcessId}").ShouldBe("");

    /// <summary>Three servers for all tests that harm none.</summary>
    public static ClickHouseCluster Shared => Started.Value;

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("METRICS_REQUIRE_ENGINES") == "1" || File.Exists("/usr/sbin/clickhouse-server") || File.Exists("/usr/bin/clickhouse-server")
        ? null
        : "ClickHouse is missing: install the package clickhouse-server.";

    public string Address(int server = 1, string database = "", string options = "") => $"http://reader:pa55%26word@127.0.0.1:{port + (10 * server)}/{database}{options}";

    public IReadOnlyList<IReadOnlyList<object?>> Query(string sql, int server = 1)
    {
        using var connected = ClickHouseServer.Connect(ClickHouseAddress.Read(Address(server)));
        return JsonRows.Read(connected.Run(sql + " FORMAT JSONCompact", default));
    }

    public void Execute(string sql, int server = 1)
    {
        using var connected = ClickHouseServer.Connect(ClickHouseAddress.Read(Address(server)));
        connected.Run(sql, default);
    }

    public void Kill(int server) => Script("kill", folder, $"{server}");

    public void Dispose()
    {
        Script("stop", folder);
        for (int i = 0; i < 20 && Directory.Exists(folder); i++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(100);   // The servers are going.
            }
        }
    }

    private static string Script(params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "tests/engines/clickhouse.sh"), .. arguments]) { RedirectStandardError = true })!;
        string error = run.StandardError.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? "" : error + "failed";
    }
}

/// <summary>A fact about a cluster of servers: skipped, with the remedy as its reason, where they are missing and nobody insists.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = ClickHouseCluster.Missing;
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterTheoryAttribute : TheoryAttribute
{
    public ClusterTheoryAttribute() => Skip = ClickHouseCluster.Missing;
}
