namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>The most memory that a process of ours gets: beyond it it ends with an error instead of taking the machine with it.</summary>
internal static class HeapLimit
{
    private const long Gigabytes = 16;

    public static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = FormattableString.Invariant($"{Gigabytes << 30:X}") };
}
