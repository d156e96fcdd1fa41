namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>A folder that goes with the object.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("metrics-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
