namespace MetricsAsCode.Engines.DuckDb;

/// <summary>What the engine refuses. The message is one line; where the engine names a place in the SQL, the properties hold it.</summary>
internal sealed class DuckDbException(string message, int? line = null, int? column = null) : Exception(message)
{
    /// <summary>The line of the SQL text, from 1; null when the engine names none.</summary>
    public int? Line { get; } = line;

    /// <summary>The column in that line, from 1; null when the engine names none.</summary>
    public int? Column { get; } = column;
}
