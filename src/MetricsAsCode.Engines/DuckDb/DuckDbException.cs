namespace MetricsAsCode.Engines.DuckDb;

/// <summary>What the engine refuses, in one line. Where it points at a place in the SQL, the message ends with it.</summary>
/// <param name="message">The engine's words.</param>
/// <param name="line">The line of the SQL text, from 1; null when the engine names none.</param>
/// <param name="near">How the SQL goes on from the place; null when the engine names none.</param>
internal sealed class DuckDbException(string message, int? line = null, string? near = null)
    : Exception(line is null ? message : FormattableString.Invariant($"{message} (line {line} of the SQL, at `{near}`)"))
{
    public int? Line { get; } = line;

    public string? Near { get; } = near;
}
