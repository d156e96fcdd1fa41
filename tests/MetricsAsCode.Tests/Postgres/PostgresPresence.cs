namespace MetricsAsCode.Tests.Postgres;

/// <summary>
/// Whether the tests that need PostgreSQL can run. With METRICS_REQUIRE_ENGINES=1, as in <c>.ci/run</c>, they always do, and fail when it is missing.
/// </summary>
internal static class PostgresPresence
{
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("METRICS_REQUIRE_ENGINES") == "1" ? null : Find();

    /// <summary>Whether it is there; then <c>--engine postgres</c> connects to a server of the tests' own.</summary>
    public static bool IsThere => Missing is null && PostgresServer.Shared.Port > 0;

    private static string? Find()
    {
        try
        {
            PostgresServer.Script("find");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "PostgreSQL is not on this machine: tests/engines/install.sh installs it.";
        }
    }
}

/// <summary>A fact about PostgreSQL: skipped, with the remedy as its reason, where it is missing and nobody insists.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresPresence.Missing;
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresPresence.Missing;
}
