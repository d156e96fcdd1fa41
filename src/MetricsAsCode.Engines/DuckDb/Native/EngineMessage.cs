namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>Makes an exception of what the engine says: its first line, and the place it points at.</summary>
internal static class EngineMessage
{
    public static Exception ToException(string? message, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
            return new OperationCanceledException(cancellation);
        return new DuckDbException(message ?? "DuckDB failed and does not say why.");
    }
}
