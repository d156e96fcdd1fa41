namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>What one engine's process prints: ours and every peer's have this form.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="LoadMs">From the file to tables in memory.</param>
/// <param name="PeakMb">The most memory the process has held.</param>
/// <param name="Cases">By letter.</param>
internal sealed record EngineReport(string Engine, string Version, double LoadMs, double? PeakMb, IReadOnlyDictionary<string, CaseReport> Cases);

/// <summary>One case of one engine.</summary>
/// <param name="Form">The form that counts, of those that were tried; empty when there is one.</param>
/// <param name="Times">Measured milliseconds.</param>
/// <param name="Forms">The medians of every form that was tried.</param>
/// <param name="Result">As <see cref="Cases.FlatResults"/> says.</param>
/// <param name="Error">Why there is no result.</param>
internal sealed record CaseReport(string? Form, IReadOnlyList<double>? Times, IReadOnlyDictionary<string, double>? Forms, IReadOnlyDictionary<string, double?>? Result, string? Error)
{
    /// <summary>The bytes of the columns that our own engine uses for it; null of a peer.</summary>
    public long? Bytes { get; init; }
}
