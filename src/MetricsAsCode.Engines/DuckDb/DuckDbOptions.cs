namespace MetricsAsCode.Engines.DuckDb;

/// <summary>How a database is opened.</summary>
internal sealed record DuckDbOptions
{
    /// <summary>How many threads it may use; null for as many as there are cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether the file is only read. It must then exist, and others may read it at the same time.</summary>
    public bool ReadOnly { get; init; }
}
