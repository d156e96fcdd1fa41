using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>A mistake in the SQL shows: each of these is written into every statement, and the engines no longer agree on the metric named.</summary>
public sealed class PlantedFaultTests : IDisposable
{
    private static readonly Period[] Periods = [Period.Quarter(2026, 1), Period.Month(2026, 3), Period.Range(new DateOnly(2026, 1, 20), new DateOnly(2026, 4, 5))];
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [DuckDbTheory]
    [InlineData("unknown_logic", "no such text", "", false)]                                            // nothing planted, nothing found
    [InlineData("filtered_set", "IS NOT NULL", "IS NOT NULL OR TRUE", true)]                         // a dropped null guard: missing customers become one
    [InlineData("per_source", "LEFT JOIN", "JOIN", true)]                                            // INNER for OUTER: customers without orders are lost
    [InlineData("counted", "< w.to_us", "<= w.to_us", true)]                                         // `<` for `<=`, at the end of a period
    [InlineData("different", "count(DISTINCT a", "count(a", true)]                                   // a distinct count that is summed
    [InlineData("of_members", "ON r_customer_id.customer_id = r.customer_id", "ON TRUE", true)]      // a join that fans out
    public void Is_found(string metric, string right, string wrong, bool isFound)
    {
        RandomShop.Write(sandbox, new Random(7));
        // One order at the very instant at which March begins in Lisbon, a winter's midnight in UTC.
        string orders = File.ReadAllText(Path.Combine(sandbox.Root, "all/orders.csv"));
        sandbox.Write("all/orders.csv", orders + "9000,c1,2026-04-01T00:00:00,,delivered,1.00,1,4,web,true,\n9001,,2026-03-05T00:00:00,,delivered,1.00,1,4,web,true,\n");
        var module = Workspace.Load("all", sandbox.Root).Modules.Single();
        var plan = Planner.Plan(module);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        MetricRequest[] request = [new($"everything.{metric}", Periods)];
        var expected = ModuleEngine.Of(plan, EngineKind.Reference).Open(frames).Evaluate(request, default);
        int planted = 0;
        using var broken = new SqlModule(plan, inner => new Rewritten(inner, sql =>
        {
            planted += sql.Contains(right, StringComparison.Ordinal) ? 1 : 0;
            return sql.Replace(right, wrong, StringComparison.Ordinal);
        }));
        var found = Agreement.Differences(broken.Open(frames, null, false).Evaluate(request, default), expected).Any();
        (planted > 0).ShouldBe(isFound, "the fault is planted");
        found.ShouldBe(isFound);
    }

    private sealed class Rewritten(ISqlConnection inner, Func<string, string> rewrite) : ISqlConnection
    {
        public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation) => inner.Query(rewrite(sql), cancellation);

        public void Dispose() => inner.Dispose();
    }
}
