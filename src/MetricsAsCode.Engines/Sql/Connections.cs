using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Postgres;

namespace MetricsAsCode.Engines.Sql;

// 1. METRICS_POSTGRES and the like hold how to connect to an engine.
// 2. Else the file that METRICS_CONNECTIONS names, with a line `postgres = …` for each engine; lines that begin with `#` are comments.
// 3. What they hold is never shown: messages name the variable or the line.

/// <summary>A connection is asked for that nobody has told of.</summary>
public sealed class ConnectionMissingException(string message) : Exception(message);

/// <summary>How to connect to servers: told by the environment or a file outside the definitions, never by definitions.</summary>
internal static class Connections
{
    public const string File = "METRICS_CONNECTIONS";

    /// <exception cref="ConnectionMissingException">Neither says how, or what is said cannot be read.</exception>
    public static PostgresSettings Postgres() => PostgresSettings.Read(Of("postgres", PostgresSettings.Example));

    /// <exception cref="ConnectionMissingException">Neither says how, or what is said cannot be read.</exception>
    public static ClickHouseAddress ClickHouse() => ClickHouseAddress.Read(Of("clickhouse", ClickHouseAddress.Example));

    /// <summary>What is said of an engine.</summary>
    /// <param name="engine">Its name in small letters.</param>
    /// <param name="example">What could be said.</param>
    /// <param name="environment">Reads a variable; null for those of the process.</param>
    /// <exception cref="ConnectionMissingException">Nothing is.</exception>
    public static string Of(string engine, string example, Func<string, string?>? environment = null)
    {
        environment ??= Environment.GetEnvironmentVariable;
        string variable = VariableOf(engine);
        if (environment(variable) is { } said && !string.IsNullOrWhiteSpace(said))
            return said;
        if (environment(File) is { Length: > 0 } path)
            return InFile(path, engine) ?? throw new ConnectionMissingException($"The file that {File} names has no line `{engine} = …`. Write one, e.g. `{engine} = {example}`.");
        throw new ConnectionMissingException($"Nothing says how to connect. Set {variable}, e.g. to `{example}`, or let {File} name a file with a line `{engine} = …`.");
    }

    public static string VariableOf(string engine) => $"METRICS_{engine.ToUpperInvariant()}";

    private static string? InFile(string path, string engine)
    {
        string[] lines;
        try
        {
            lines = System.IO.File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionMissingException($"The file that {File} names cannot be read ({e.GetType().Name}). Name one that can.");
        }

        return lines.Where(l => !l.TrimStart().StartsWith('#')).Select(l => l.Split('=', 2))
            .FirstOrDefault(p => p.Length == 2 && string.Equals(p[0].Trim(), engine, StringComparison.OrdinalIgnoreCase))?[1].Trim();
    }
}
