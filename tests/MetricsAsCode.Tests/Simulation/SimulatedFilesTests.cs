using MetricsAsCode.Simulation;

namespace MetricsAsCode.Tests.Simulation;

public sealed class SimulatedFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulated").FullName;

    public static TheoryData<string> Modules => [.. Simulations.Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_files_that_the_repository_keeps_are_what_the_program_writes(string module)
    {
        Write(module, Simulations.Seed, 1);
        string kept = Repository.PathOf($"metrics-defs/{module}/data");
        Names(_folder).ShouldBe(Names(kept));
        foreach (string name in Names(kept))
        {
            File.ReadAllBytes(Path.Combine(_folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(kept, name))).ShouldBeTrue($"{module}/data/{name} is stale");
            new FileInfo(Path.Combine(kept, name)).Length.ShouldBeLessThan(1 << 20);
        }
    }

    [Fact]
    public void Another_seed_makes_another_desk_and_a_larger_scale_a_larger_one()
    {
        Write("support", 7, 2);
        var kept = File.ReadLines(Repository.PathOf("metrics-defs/support/data/tickets.csv")).ToList();
        var made = File.ReadLines(Path.Combine(_folder, "tickets.csv")).ToList();
        (made.Count - 1).ShouldBe(2 * (kept.Count - 1));
        made[1].ShouldNotBe(kept[1]);
    }

    /// <summary>The first numbers that the generator's authors publish for the state 1234567.</summary>
    [Fact]
    public void The_generator_is_SplitMix64()
    {
        var random = SplitMix64.From(1234567);
        ulong[] first = [random.Next(), random.Next(), random.Next()];
        first.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void Entities_side_by_side_draw_differently()
    {
        var first = SplitMix64.Of(1, 1, 1);
        var second = SplitMix64.Of(1, 1, 2);
        first.Next();
        first.Next().ShouldNotBe(second.Next());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string module, ulong seed, int scale) => Simulations.Find(module).ShouldNotBeNull()(new DataFolder(_folder), seed, scale);

    private static List<string> Names(string folder) => [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
