using MetricsAsCode.Differential.Chdb;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>Whether the tests that need ClickHouse as a library can run. With METRICS_REQUIRE_ENGINES=1, as in <c>.ci/run</c>, they always do, and fail when it is missing.</summary>
internal static class ChdbPresence
{
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("METRICS_REQUIRE_ENGINES") == "1" ? null : Find();

    public static bool IsThere => Missing is null;

    private static string? Find()
    {
        try
        {
            ChdbLibrary.Place();
            return null;
        }
        catch (ChdbMissingException e)
        {
            return e.Message;
        }
    }
}

/// <summary>A fact about ClickHouse: skipped, with the remedy as its reason, where the library is missing and nobody insists.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChdbFactAttribute : FactAttribute
{
    public ChdbFactAttribute() => Skip = ChdbPresence.Missing;
}

/// <summary>The same for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChdbTheoryAttribute : TheoryAttribute
{
    public ChdbTheoryAttribute() => Skip = ChdbPresence.Missing;
}
