using MetricsAsCode.Differential.Foreign;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>Three more servers, which hold the rows of foreign tables of the shared one.</summary>
internal static class PostgresShards
{
    private static readonly Lazy<bool> Started = new(() =>
    {
        PostgresServer[] servers = [new(), new(), new()];
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Array.ForEach(servers, s => s.Dispose());
        Environment.SetEnvironmentVariable(ForeignTables.Variable, string.Join('|', servers.Select(s => s.ConnectionString)));
        return PostgresPresence.IsThere;
    });

    public static bool AreThere => Started.Value;
}
