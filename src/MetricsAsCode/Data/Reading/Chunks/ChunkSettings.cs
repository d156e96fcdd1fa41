namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>How a file is cut up. Tests use a few bytes where files use a megabyte.</summary>
internal sealed record ChunkSettings
{
    public static ChunkSettings Usual { get; } = new();

    /// <summary>Bytes that a thread reads at a time; with what stands behind them they fit the second-level cache.</summary>
    public int ChunkSize { get; init; } = 1 << 20;

    /// <summary>Bytes whose cells are found before they are parsed column by column; a multiple of 64.</summary>
    public int BatchSize { get; init; } = 1 << 14;

    /// <summary>Bytes first read behind a chunk for its last row.</summary>
    public int Overlap { get; init; } = 1 << 12;

    /// <summary>Files below it are read by one thread in one go, which costs less than starting.</summary>
    public long SmallestFile { get; init; } = 1 << 20;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Rows to make room for; null for an estimate.</summary>
    public int? ExpectedRows { get; init; }
}
