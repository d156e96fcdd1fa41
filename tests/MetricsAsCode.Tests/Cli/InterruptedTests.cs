using System.Diagnostics;

namespace MetricsAsCode.Tests.Cli;

/// <summary>The tool in a process of its own, interrupted as by Ctrl-C.</summary>
public sealed class InterruptedTests : IDisposable
{
    private readonly Sandbox folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_is_not_waited_for_that_does_not_stop_by_itself()
    {
        if (!OperatingSystem.IsLinux())
            return; // The commands below are those of Linux.
        folder.Write("metrics-defs/shop.metrics", "module shop\nsource orders from csv \"orders.csv\" {\n  id integer key\n  day date time\n}\nmetric n = count(orders)\n");
        string pipe = folder.At("metrics-defs/orders.csv");
        Start("mkfifo", pipe).WaitForExit();
        // Who runs the tests in the background may have told them to ignore the signal.
        using var run = Start("env", "--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "metrics.dll"), "run", "n", "--for", "2026", "--engine", "reference");
        // It can be opened once the tool reads from it, which then waits for what never comes.
        using var writer = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        Start("kill", "-INT", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).WaitForExit();
        if (!run.WaitForExit(TimeSpan.FromMinutes(2)))
            run.Kill(entireProcessTree: true);
        run.StandardError.ReadToEnd().ShouldStartWith("error: stopped");
        run.ExitCode.ShouldBe(130);
        run.StandardOutput.ReadToEnd().ShouldBe("");
    }

    private Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
}
