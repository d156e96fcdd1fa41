using MetricsAsCode.Differential.Running;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Random programs over random data give one number, whichever engine computes it. CONTRIBUTING.md says how to run more of them.</summary>
public sealed class RandomProgramTests
{
    private const int OfTheDatabase = 200, MorePrograms = 300;

    private static readonly Campaign Campaign = new(Seed: 2026, First: 0, OfTheDatabase, new EngineChoice(Compiled: true, DuckDb: DuckDbPresence.IsThere));

    private static readonly Lazy<IReadOnlyList<Failure>> Failures = new(() => Campaign.Run());

    [Fact]
    public void All_engines_agree() => Shown(Failures.Value).ShouldBeEmpty();

    [Fact]
    public void Calculator_and_reference_agree_on_more() =>
        Shown(new Campaign(Seed: 7, First: 0, MorePrograms, new EngineChoice(Compiled: true, DuckDb: false)).Run()).ShouldBeEmpty();

    [Fact]
    public void Most_programs_bind_and_most_results_have_a_value()
    {
        _ = Failures.Value;
        var tally = Campaign.Tally;
        (tally["programs that do not bind"] + tally["programs that bind in part"]).ShouldBeLessThan(tally["programs"] * 15 / 100);
        tally["results with a value"].ShouldBeGreaterThan(tally["results"] / 2);
        tally["traps refused"].ShouldBeGreaterThan(tally["programs"] / 2);
    }

    [Fact]
    public void A_program_of_a_seed_is_always_the_same() =>
        MetricsAsCode.Differential.Generation.Programs.Of(3, 14).Definitions("p").ShouldBe(MetricsAsCode.Differential.Generation.Programs.Of(3, 14).Definitions("p"));

    private static IEnumerable<string> Shown(IReadOnlyList<Failure> failures) =>
        failures.Select(f => $"program {f.Number} of its seed, {f.Engine}: {f.Differences[0]}");
}
