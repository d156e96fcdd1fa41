using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.ClickHouse;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Sql;

/// <summary>Names and texts that look like SQL stay names and texts.</summary>
public sealed class BreakOutTests : IDisposable
{
    private const string Definitions = """
        module hostile

        /// Rows of a table.'; DROP TABLE entities; --
        source entities from csv "entities.csv" {
          select   text key
          group    text?
          p        integer
          stretches money EUR
          order    timestamp time
          entities text? -> members
        }

        source members from csv "members.csv" {
          member text key
          g      text?
        }

        /// It's a count */ -- of
        /// lines; DROP TABLE entities
        metric quoted     = count(entities where group = "x'; DROP TABLE entities; --")
        metric doubled    = count(entities where group in ["'", "''", "\\", "\"", "%", "_", "", "a' OR 'a' = 'a"])
        metric contained  = count(entities where contains(group, "'; --") or starts_with(group, "%") or ends_with(group, "'"))
        metric summed     = sum(entities.stretches where `p` > 0)
        metric followed   = count(entities where members.g = "x'; DROP TABLE entities; --")
        metric per_group  = avg(count(entities) per group)
        metric per_member = avg(count(entities) per members)
        metric lowered    = count(entities where lower(group) = "ÄB'")
        """;

    private const string Rows = """
        select,group,p,stretches,order,entities
        1,x'; DROP TABLE entities; --,1,1.50,2026-03-01T00:00:00,m'1
        2,',2,2.50,2026-03-02T00:00:00,"m""2"
        3,"a' OR 'a' = 'a",0,3.50,2026-03-03T00:00:00,m'1
        4,,1,4.50,2026-03-04T00:00:00,
        5,%,-1,5.50,2026-03-05T00:00:00,m'1
        6,ÄB',-1,5.50,2026-03-05T00:00:00,m'1
        7,äb',-1,5.50,2026-03-05T00:00:00,m'1
        8,other,-1,5.50,2026-03-05T00:00:00,m'1
        '); DROP TABLE entities; --,\,1,1.00,2026-03-31T23:59:59,m'1

        """;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [DuckDbFact]
    public void Nothing_breaks_out_and_all_engines_agree() => NothingBreaksOut(static plan => ModuleEngine.Of(plan, EngineKind.DuckDb));

    [PostgresFact]
    public void Nothing_breaks_out_of_statements_of_PostgreSQL()
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        NothingBreaksOut(static plan => ModuleEngine.Of(plan, EngineKind.Postgres));
    }

    [ChdbFact]
    public void Nothing_breaks_out_of_ClickHouse() => NothingBreaksOut(static plan => ChdbConnection.Module(plan));

    private void NothingBreaksOut(Func<Plan, ModuleEngine> database)
    {
        sandbox.Write("all/all.metrics", Definitions).Write("all/entities.csv", Rows).Write("all/members.csv", "member,g\nm'1,x'; DROP TABLE entities; --\n\"m\"\"2\",\n");
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var dimensions = module.Sources.SelectMany(s => s.Columns).Where(c => c.Name is "group" or "g" or "select").ToList();
        var plan = Planner.Plan(module, dimensions);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        var month = Period.Month(2026, 3);
        List<MetricRequest> requests = [.. module.Metrics.Select(m => new MetricRequest(m.QualifiedName, [month]))];
        foreach (var (metric, dimension) in module.Metrics.SelectMany(m => dimensions.Select(d => (m, d))).Where(x => DimensionReach.WithoutPath(plan, x.m, x.d).Count == 0))
        {
            requests.Add(new MetricRequest(metric.QualifiedName, [month], new Dimension(dimension.Source.Name, dimension.Name)));
            requests.Add(new MetricRequest(metric.QualifiedName, [month], new Dimension(dimension.Source.Name, dimension.Name), Top: 3));
        }

        var expected = ModuleEngine.Of(plan, EngineKind.Reference).Open(frames).Evaluate(requests, default);
        var found = database(plan).Open(frames).Evaluate(requests, default);
        Agreement.Agreement.Differences(found, expected).ShouldBeEmpty();
        found[0].Measurement.Value.ToString().ShouldBe("1");
    }

    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("select", "\"select\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("Order_Id", "\"Order_Id\"")]
    [InlineData("a_b;--", "\"a_b;--\"")]
    public void A_name_stays_in_its_quotes(string name, string expected) => SqlText.Name(name).ShouldBe(expected);

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("\\'", "'\\'''")]
    [InlineData("a\0b", "('a' || chr(0) || 'b')")]
    [InlineData("", "''")]
    public void A_text_stays_in_its_quotes(string text, string expected) => SqlText.Quote(text).ShouldBe(expected);

    [Fact]
    public void A_comment_is_one_line() => SqlText.Comment("a\nb\r\u2028c").ShouldBe("a b  c");

    [Fact]
    public void A_comment_keeps_whole_characters() => SqlText.Comment("caf\u00e9 \ud83d\ude80 \ud83d!").ShouldBe("caf\u00e9 \ud83d\ude80  !");
}
