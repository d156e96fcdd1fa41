using System.Globalization;

namespace MetricsAsCode.Results;

/// <summary>The wording of caveats, the same in every engine.</summary>
public static class Caveat
{
    /// <summary>The period ends after the as-of.</summary>
    public const string UnfinishedPeriod = "unfinished period";

    /// <summary>Few rows or entities: <c>small sample (n = 7)</c>.</summary>
    public static string SmallSample(long n) => string.Create(CultureInfo.InvariantCulture, $"small sample (n = {n})");

    /// <summary>Rows of a source that were set aside: <c>2 rows quarantined</c>.</summary>
    public static string Quarantined(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} {Plural(rows, "row", "rows")} quarantined");

    /// <summary>Entities without a known measure: <c>3 entities without a value left out</c>.</summary>
    public static string LeftOut(long entities) =>
        string.Create(CultureInfo.InvariantCulture, $"{entities} {Plural(entities, "entity", "entities")} without a value left out");

    /// <summary>Rows whose time to come has not passed: <c>12 immature left out</c>.</summary>
    public static string Immature(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} immature left out");

    private static string Plural(long count, string one, string many) => count == 1 ? one : many;
}
