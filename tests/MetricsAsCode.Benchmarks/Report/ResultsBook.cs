using MetricsAsCode.Benchmarks.Compiling;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Benchmarks.Parts;

namespace MetricsAsCode.Benchmarks.Report;

/// <summary>Everything that a run has measured, as it is written to <c>results.json</c>; parts that did not run are empty.</summary>
internal sealed record ResultsBook(Machine Machine, string Command, double? BandwidthGbs)
{
    public IReadOnlyList<MemoryResult> Memory { get; init; } = [];

    public IReadOnlyList<FileResult> Files { get; init; } = [];

    public IReadOnlyList<GrowthResult> Growth { get; init; } = [];

    public IReadOnlyList<CompilerResult> Compiler { get; init; } = [];

    public IReadOnlyList<StartResult> Start { get; init; } = [];
}
