using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Programs that engines once disagreed on: every directory below <c>Fixed</c>, as the differential runner writes them.</summary>
public sealed class FixedCaseTests
{
    private const string Place = "tests/MetricsAsCode.Tests/Differential/Fixed";

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, Place)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Engines_agree(string name) =>
        Comparing.Judge(CaseDirectory.Read(Path.Combine(Repository.Root, Place, name)), new EngineChoice(Compiled: true, DuckDb: DuckDbPresence.IsThere) { Servers = PostgresPresence.IsThere ? ["postgres"] : [] }).ShouldBeEmpty();
}
