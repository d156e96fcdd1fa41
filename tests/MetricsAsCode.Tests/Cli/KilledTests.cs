using System.Diagnostics;

namespace MetricsAsCode.Tests.Cli;

/// <summary>The tool in a process of its own, killed while it works.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Kills = 20;
    private const int Scorecards = 150;

    private readonly Sandbox folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_build_that_is_killed_at_any_moment_leaves_every_file_old_or_new()
    {
        var (before, after) = (Built("before"), Built("after"));
        before.Keys.ShouldBe(after.Keys);
        before.Count(f => !f.Value.SequenceEqual(after[f.Key])).ShouldBe(Scorecards);
        var random = new Random(20260701);
        int caught = 0;
        for (int i = 0; i < Kills; i++)
        {
            // Half of the kills come at any moment, half when files are being written.
            Define(i % 2 == 0 ? "before" : "after");
            Kill(i % 4 < 2 ? random.Next(0, 1500) : null, random.Next(0, 12));
            foreach (string file in folder.Files("generated").Where(f => !IsTemporary(f)))
                (Bytes(file).SequenceEqual(before[file]) || Bytes(file).SequenceEqual(after[file])).ShouldBeTrue($"{file} after kill {i}");
            folder.Files("generated").Where(f => !IsTemporary(f)).ShouldBe(before.Keys, $"after kill {i}");
            caught += folder.Files("generated").Any(IsTemporary) ? 1 : 0;
        }

        caught.ShouldBeGreaterThan(0, "no kill came while files were written");
        Built("after").ShouldSatisfyAllConditions(
            last => last.Keys.ShouldBe(after.Keys),
            last => last.ShouldAllBe(f => f.Value.SequenceEqual(after[f.Key])));
    }

    [Fact]
    public void The_temporary_files_of_a_run_that_goes_on_stay()
    {
        Built("before");
        folder.Write($"generated/scorecards/.shop-s1.md.{Environment.ProcessId}.tmp", "ours, from before");
        folder.Write("generated/scorecards/.shop-s1.md.1.tmp", "of a process that runs").Write("generated/scorecards/.notes.tmp", "somebody's own").Write("generated/scorecards/.shop-s2.md.2147483000.tmp", "left behind");
        folder.Run("build", "--engine", "reference").Code.ShouldBe(0);
        folder.Files("generated").Where(IsTemporary).ShouldBe(["generated/scorecards/.notes.tmp", "generated/scorecards/.shop-s1.md.1.tmp"]);
    }

    private SortedDictionary<string, byte[]> Built(string title)
    {
        Define(title);
        folder.Run("build", "--engine", "reference").Error.ShouldBe("");
        return new(folder.Files("generated").ToDictionary(f => f, Bytes), StringComparer.Ordinal);
    }

    private void Define(string title) => folder.Write("metrics-defs/shop.metrics",
        $$"""
        module shop
        source orders from table {
          id integer key
          day date time
        }
          | id | day        |
          | 1  | 2026-05-01 |
          | 2  | 2026-05-02 |
        metric orders_placed "Orders" = count(orders)
        {{string.Join('\n', Enumerable.Range(1, Scorecards).Select(i => $"scorecard s{i} \"{title} {i} {new string('x', 2000)}\" for 2026-05 {{ show orders_placed }}"))}}

        """);

    private void Kill(int? after, int more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "metrics.dll"), "build", "--engine", "reference"])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (after is { } wait)
            process.WaitForExit(wait);
        else
            while (!process.WaitForExit(0) && !folder.Files("generated").Any(IsTemporary))
                Thread.Yield();
        Thread.Sleep(more);
        process.Kill();
        process.WaitForExit();
        Task.WaitAll(output, errors);
    }

    private byte[] Bytes(string file) => File.ReadAllBytes(folder.At(file));

    private static bool IsTemporary(string file) => file.EndsWith(".tmp", StringComparison.Ordinal);
}
