using System.Globalization;

namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>The most memory that a process has held at once, as Linux counts it (<c>VmHWM</c>), in megabytes of 10^6 bytes; null where there is no such count.</summary>
internal static class PeakMemory
{
    public static double? OfThis() => Of("self");

    public static double? Of(int process) => Of(process.ToString(CultureInfo.InvariantCulture));

    private static double? Of(string process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
