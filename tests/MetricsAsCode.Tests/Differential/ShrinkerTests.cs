using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Differential.Shrinking;
using MetricsAsCode.Tests.Cli;
using Case = MetricsAsCode.Differential.Cases.Case;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Smaller programs, and cases as directories.</summary>
public sealed class ShrinkerTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_program_shrinks_to_what_still_holds()
    {
        var program = Enumerable.Range(0, 50).Select(n => Programs.Of(5, n)).First(p => p.Metrics.Length == 4 && Holds(p));
        while (Shrinks.Of(program).FirstOrDefault(Holds) is { } smaller)
            program = smaller;
        program.Metrics.Length.ShouldBe(1);
        program.Sources.Length.ShouldBeLessThanOrEqualTo(2);           // a count per source needs that one too
        program.Questions.Single().Periods.Length.ShouldBe(1);
        program.Sources.Sum(s => s.Rows.Length).ShouldBe(0);
        program.Lets.ShouldBeEmpty();
    }

    [Fact]
    public void A_case_is_read_as_it_was_written()
    {
        var written = Case.Of(Programs.Of(5, 1), "p");
        CaseDirectory.Write(sandbox.Root, written);
        var read = CaseDirectory.Read(sandbox.Root);
        read.Definitions.ShouldBe(written.Definitions);
        read.Tables.ShouldBe(written.Tables);
        read.Questions.Select(q => q.ToString()).ShouldBe(written.Questions.Select(q => q.ToString()));
    }

    // Binds, and counts something.
    private static bool Holds(RandomProgram program) =>
        program.Metrics.Any(m => m.ToString().Contains("count(", StringComparison.Ordinal)) && program.Questions.Length > 0 && Sound.Binds(program);
}
