using System.Diagnostics;

namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>What a process of its own has printed, how long it took from start to end, and the most memory it held.</summary>
internal sealed record ChildProcess(string Output, double Ms, double PeakMb)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    /// <summary>Runs a program to its end. Its memory's high-water mark is read every 15 ms, so that at most what it gained in the last ones is missed.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <param name="isQuiet">Whether what it says on standard error is dropped unless it fails.</param>
    /// <exception cref="InvalidOperationException">The program ends with another code than 0; the message holds what it said last.</exception>
    public static ChildProcess Run(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, bool isQuiet = true)
    {
        var start = new ProcessStartInfo(arguments[0], arguments.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var said = new List<string>();
        long begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{arguments[0]} does not start.");
        process.ErrorDataReceived += (_, line) => Hear(said, line.Data, isQuiet);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        double peak = 0;
        do
            peak = Math.Max(peak, PeakMemory.Of(process.Id) ?? 0);
        while (!process.WaitForExit(Interval));
        double ms = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new ChildProcess(output.Result, ms, peak)
            : throw new InvalidOperationException($"`{string.Join(' ', arguments)}` ended with {process.ExitCode}: {string.Join(' ', said.TakeLast(5))}");
    }

    private static void Hear(List<string> said, string? line, bool isQuiet)
    {
        if (line is null)
            return;
        said.Add(line);
        if (!isQuiet)
            Console.Error.WriteLine($"    {line}");
    }
}
