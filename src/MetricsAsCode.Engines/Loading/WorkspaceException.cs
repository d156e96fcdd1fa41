namespace MetricsAsCode.Engines.Loading;

/// <summary>There are no definitions where they were looked for. The message is the fact, then the remedy.</summary>
public sealed class WorkspaceException(string message, Exception? inner = null) : Exception(message, inner);
