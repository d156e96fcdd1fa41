using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.DuckDb.Native;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>
/// Whether the tests that need DuckDB can run. With METRICS_REQUIRE_ENGINES=1, as in <c>.ci/run</c>, they always do, and fail when it is missing.
/// </summary>
internal static class DuckDbPresence
{
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("METRICS_REQUIRE_ENGINES") == "1" ? null : Find();

    public static bool IsThere => Missing is null;

    private static string? Find()
    {
        try
        {
            DuckDbLibrary.Load();
            return null;
        }
        catch (DuckDbMissingException e)
        {
            return e.Message;
        }
    }
}

/// <summary>A fact about DuckDB: skipped, with the remedy as its reason, where the library is missing and nobody insists.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute() => Skip = DuckDbPresence.Missing;
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbTheoryAttribute : TheoryAttribute
{
    public DuckDbTheoryAttribute() => Skip = DuckDbPresence.Missing;
}
