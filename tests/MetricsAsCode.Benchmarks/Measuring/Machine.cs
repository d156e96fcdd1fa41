using System.Globalization;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>Where and when it was measured.</summary>
/// <param name="Load">The load average of the minute before; above the measured process's own it says that others were at work.</param>
internal sealed record Machine(string Date, string Processor, int Cores, double MemoryGb, string System, string Runtime, string Load)
{
    public static Machine This() => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        Line("/proc/cpuinfo", "model name")?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        Line("/etc/os-release", "PRETTY_NAME")?.Split('"')[1] ?? RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown");

    private static string? Line(string path, string start) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) : null;
}
