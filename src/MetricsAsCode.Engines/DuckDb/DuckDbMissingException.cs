namespace MetricsAsCode.Engines.DuckDb;

/// <summary>The engine's library is not on this machine. The message says how to get it.</summary>
public sealed class DuckDbMissingException(string message, Exception? inner = null) : Exception(message, inner);
