using System.Globalization;
using System.Text;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Cli;

/// <summary>Metrics each of which uses the one before twice: written out the last would have 2^40 parts.</summary>
public class DeepMetricsTests
{
    private const int Depth = 40;

    [Theory]
    [InlineData("check")]
    [InlineData("build --out generated")]
    public void Are_compiled(string line)
    {
        using var folder = Deep();
        folder.Run([.. line.Split(' ')]).Code.ShouldBe(0);
    }

    [Fact]
    public void Are_computed() => Computed("compiled");

    [DuckDbFact]
    public void Are_computed_in_SQL() => Computed("duckdb");

    private static void Computed(string engine)
    {
        using var folder = Deep();
        // 1 × 2^40.
        folder.Run("run", "m40", "--for", "2026-01", "--engine", engine, "--format", "csv").Out.ShouldContain("deep.m40,2026-01,,1099511627776,");
    }

    private static Sandbox Deep()
    {
        var text = new StringBuilder("module deep\n\nsource orders from csv \"orders.csv\" {\n  order_id integer key\n  placed_on date time\n  pieces integer\n}\n\nmetric m0 = sum(orders.pieces)\n");
        for (int i = 1; i <= Depth; i++)
            text.Append(CultureInfo.InvariantCulture, $"metric m{i} = m{i - 1} + m{i - 1}\n");
        return new Sandbox().Write("metrics-defs/deep.metrics", text.ToString()).Write("metrics-defs/orders.csv", "order_id,placed_on,pieces\n1,2026-01-31,1\n");
    }
}
