using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Differential.Cluster;
using MetricsAsCode.Differential.Foreign;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Tests.ClickHouse;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Traps;

/// <summary>What each database is known to get wrong when it is asked in the obvious words: we give the right number, or refuse; and the obvious words do go wrong, so that each is a trap.</summary>
public sealed partial class TrapTests(TrapTests.Databases databases) : IClassFixture<TrapTests.Databases>
{
    public static TheoryData<string> Traps => [.. Trap.All.Select(t => t.Name)];

    public static TheoryData<string> OfCurrent => [.. Trap.All.Where(t => t.Current is not null).Select(t => t.Name)];

    public static TheoryData<string> OfOld => [.. Trap.All.Where(t => t.Old is not null).Select(t => t.Name)];

    public static TheoryData<string> OfPostgres => [.. Trap.All.Where(t => t.Postgres is not null).Select(t => t.Name)];

    [ChdbTheory]
    [MemberData(nameof(Traps))]
    public void A_current_ClickHouse_gives_the_number(string trap) => Answer("clickhouse", trap).ShouldBe(Named(trap).Expected);

    [ClusterTheory]
    [MemberData(nameof(Traps))]
    public void A_cluster_gives_the_number_or_refuses(string trap)
    {
        string expected = Named(trap).Refused is { } words ? $"{words} for ClickHouse before 25.1 is not written as SQL yet. {ClickHouseCapabilities.Alternative}" : Named(trap).Expected;
        Answer("clickhouse-1-shard", trap).ShouldBe(expected);
        Answer("clickhouse-3-shards", trap).ShouldBe(expected);
    }

    [PostgresTheory]
    [MemberData(nameof(Traps))]
    public void PostgreSQL_gives_the_number_on_one_server_and_over_three(string trap)
    {
        Answer("postgres", trap).ShouldBe(Named(trap).Expected);
        Answer("postgres-3-shards", trap).ShouldBe(Named(trap).Expected);
    }

    [ChdbTheory]
    [MemberData(nameof(OfCurrent))]
    public void A_current_ClickHouse_trips(string trap) => Obvious("clickhouse", Named(trap).ClickHouse!).ShouldBe(Named(trap).Current);

    [ClusterTheory]
    [MemberData(nameof(OfOld))]
    public void A_cluster_trips(string trap) => Obvious("clickhouse-3-shards", Named(trap).ClickHouse!).ShouldBe(Named(trap).Old);

    [PostgresTheory]
    [MemberData(nameof(OfPostgres))]
    public void PostgreSQL_trips(string trap) => Obvious("postgres", Named(trap).Sql!).ShouldBe(Named(trap).Postgres);

    [Fact]
    public void What_goes_wrong_is_not_what_is_right() =>
        Trap.All.Where(t => t.Expected == t.Current || t.Expected == t.Old || t.Expected == t.Postgres).ShouldBeEmpty();

    private static Trap Named(string trap) => Trap.All.Single(t => t.Name == trap);

    private string Answer(string engine, string trap)
    {
        try
        {
            return databases.Of(engine).Of(MetricOf(Named(trap)));
        }
        catch (SqlRefusal refusal)
        {
            return refusal.Message;
        }
    }

    private string Obvious(string engine, string sql)
    {
        try
        {
            return databases.Of(engine).Connection.Query(sql, default).Single().Single() switch
            {
                null => "NULL",
                double.PositiveInfinity => "inf",
                double.NaN => "nan",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };
        }
        catch (Exception e) when (e is DataException or InvalidOperationException)
        {
            return Code().Match(e.Message) is { Success: true } code ? $"error {code.Groups[1].Value}" : "error";
        }
    }

    private static string MetricOf(Trap trap) => trap.Name.Replace(' ', '_').ToLowerInvariant();

    [GeneratedRegex("Code: ([0-9]+)")]
    private static partial Regex Code();

    /// <summary>The rows, in each database that is asked.</summary>
    public sealed class Databases : IDisposable
    {
        private readonly ConcurrentDictionary<string, Lazy<TrapShop>> opened = [];

        internal TrapShop Of(string engine) => opened.GetOrAdd(engine, name => new Lazy<TrapShop>(() => Open(name))).Value;

        public void Dispose()
        {
            foreach (var shop in opened.Values)
                shop.Value.Dispose();
        }

        private static TrapShop Open(string engine)
        {
            _ = engine switch
            {
                "clickhouse" => ChdbPresence.IsThere,
                "postgres" => PostgresPresence.IsThere,
                "postgres-3-shards" => PostgresPresence.IsThere && PostgresShards.AreThere,
                _ => ClickHouseCluster.Shared is not null,
            };
            var metrics = Trap.All.ToDictionary(MetricOf, t => t.Formula);
            return engine switch
            {
                "clickhouse" => new TrapShop(metrics, ClickHouseDialect.Current, ChdbConnection.Tables),
                "clickhouse-1-shard" => new TrapShop(metrics, ClickHouseDialect.Old, static (plan, frames) => ShardedTables.Open(plan, frames, shards: 1)),
                "clickhouse-3-shards" => new TrapShop(metrics, ClickHouseDialect.Old, static (plan, frames) => ShardedTables.Open(plan, frames, shards: 3)),
                "postgres" => new TrapShop(metrics, SqlDialect.Postgres, PostgresTables.Opener(Connections.Postgres())),
                _ => new TrapShop(metrics, SqlDialect.Postgres, static (plan, frames) => ForeignTables.Open(plan, frames, shards: 3)),
            };
        }
    }
}
