using MetricsAsCode.Results;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>The calculator, DuckDB, PostgreSQL and the reference evaluator give the same result for every metric, period and breakdown.</summary>
public sealed class NorthwindAgreementTests
{
    private static readonly Period[] Periods =
    [
        Period.Year(1996), Period.Year(1997), Period.Year(1998), Period.Quarter(1996, 3), Period.Quarter(1997, 4), Period.Quarter(1998, 1), Period.Quarter(1998, 2),
        Period.Month(1996, 6), Period.Month(1996, 7), Period.Month(1997, 12), Period.Month(1998, 5), Period.Week(1998, 10), Period.Day(new DateOnly(1998, 5, 6)),
        Period.Range(new DateOnly(1996, 7, 4), new DateOnly(1998, 5, 6)), Period.Range(new DateOnly(1997, 1, 15), new DateOnly(1997, 4, 2)), Period.Year(2005),
    ];

    public static TheoryData<string> Metrics => [.. Northwind.Module.Metrics.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Agree_on_every_period(string metric) => Compare([new MetricRequest($"northwind.{metric}", Periods)]);

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Agree_on_every_breakdown(string metric)
    {
        var symbol = Northwind.Module.Metric(metric)!;
        var dimensions = Northwind.DimensionsOf(symbol).ToList();
        dimensions.ShouldNotBeEmpty();
        Compare([.. dimensions.Select(d => new MetricRequest($"northwind.{metric}", [Period.Quarter(1998, 1), Period.Year(1996), Period.Month(1998, 5)], new Dimension(d.Source.Name, d.Name)))]);
    }

    [Fact]
    public void Agree_on_the_largest_groups_and_the_rest() =>
        Compare([new MetricRequest("northwind.average_order_value", [Period.Year(1997)], new Dimension("customers", "country"), Top: 4)]);

    [Fact]
    public void Agree_on_all_metrics_asked_for_at_once() =>
        Compare([.. Northwind.Module.Metrics.Select(m => new MetricRequest($"northwind.{m.Name}", Periods))]);

    [PostgresFact]
    public void Agree_where_the_tables_lie_on_three_servers()
    {
        PostgresShards.AreThere.ShouldBeTrue();
        List<MetricRequest> requests = [.. Northwind.Module.Metrics.Select(m => new MetricRequest($"northwind.{m.Name}", Periods))];
        requests.Add(new MetricRequest("northwind.average_order_value", [Period.Year(1997)], new Dimension("customers", "country"), Top: 4));
        var sharded = Northwind.OnShards();
        using (sharded as IDisposable)
            Agreement.Differences(sharded.Evaluate(requests, default), Northwind.Reference().Evaluate(requests, default)).ShouldBeEmpty();
    }

    [Fact]
    public void Agree_when_the_data_ends_earlier()
    {
        var asOf = Northwind.Compiled().Calendar.StartOf(new DateOnly(1997, 11, 20));
        Compare([.. Northwind.Module.Metrics.Select(m => new MetricRequest($"northwind.{m.Name}", [Period.Quarter(1997, 4), Period.Year(1997), Period.Year(1998)]))], asOf);
    }

    private static void Compare(IReadOnlyList<MetricRequest> requests, Instant? asOf = null)
    {
        var calculated = Northwind.Compiled(asOf).Evaluate(requests, default);
        var expected = Northwind.Reference(asOf).Evaluate(requests, default);
        calculated.ShouldNotBeEmpty();
        Agreement.Differences(calculated, expected).ShouldBeEmpty();
        if (DuckDbPresence.IsThere)
            Agreement.Differences(Northwind.Database(asOf).Evaluate(requests, default), expected).ShouldBeEmpty();
        if (PostgresPresence.IsThere)
            Agreement.Differences(Northwind.Server(asOf).Evaluate(requests, default), expected).ShouldBeEmpty();
    }
}
