using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Traps;

// Row n lies on server n mod 3 of a cluster of three: ann has rows on all of them, and in February on others than in March.

/// <summary>A few rows in which databases trip, and a database that holds them.</summary>
internal sealed class TrapShop : IDisposable
{
    private const string Definitions = """
        module traps
        product "Traps" {
          timezone "UTC"
          currency EUR
        }
        source people from csv "people.csv" {
          who text key
        }
        source orders from csv "orders.csv" {
          id       integer key
          who      text? -> people
          note     text?
          qty      integer? in 0..1000
          price    decimal(2)?
          weight   number?
          big      integer
          at       timestamp time
          day      date?
        }

        """;

    private const string People = "who\nann\nbob\ncyd\ndee\n";

    private const string Orders = """
        id,who,note,qty,price,weight,big,at,day
        1,ann,x,9,1.25,0,4000000000000000000,2026-02-03T00:00:00Z,1901-05-06
        2,bob,,9,2.50,1,4000000000000000000,2026-02-04T00:00:00Z,2250-01-01
        3,ann,x,,,2,4000000000000000000,2026-02-05T00:00:00Z,
        4,cyd,y,,4.00,3,4000000000000000000,2026-03-01T00:00:00Z,2026-03-01
        5,ann,x,3,0.10,10.5,4000000000000000000,2026-03-02T00:00:00Z,1969-12-31
        6,,,7,0.20,,4000000000000000000,2026-03-03T00:00:00Z,
        7,dee,x,1,0.30,20,4000000000000000000,2026-03-31T23:59:59Z,0001-01-01
        8,ann,\'; DROP TABLE orders; --,2,,30,4000000000000000000,2026-03-05T00:00:00Z,9999-12-31
        9,cyd,,6,1.00,40,4000000000000000000,2026-03-06T00:00:00Z,2106-02-07
        """;

    private readonly SqlModule module;
    private readonly Plan plan;

    /// <param name="metrics">Metrics by name.</param>
    /// <param name="dialect">How the database writes SQL.</param>
    /// <param name="open">Opens a database with the tables of a plan.</param>
    public TrapShop(IReadOnlyDictionary<string, string> metrics, SqlDialect dialect, Func<Plan, IReadOnlyDictionary<string, DataFrame>, ISqlConnection> open)
    {
        using var folder = new Sandbox();
        folder.Write("all/people.csv", People).Write("all/orders.csv", Orders).Write("all/all.metrics", Definitions + string.Concat(metrics.Select(m => $"metric {m.Key} = {m.Value}\n")));
        var workspace = Workspace.Load("all", folder.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        plan = Planner.Plan(workspace.Modules.Single());
        var frames = new DataCatalogue(folder.Root).Open(plan);
        Connection = open(plan, frames);
        module = new SqlModule(plan, dialect, (_, _) => Connection);
        Engine = module.Open(frames, null, allowDangling: false);
    }

    public ISqlConnection Connection { get; }

    private IMetricEngine Engine { get; }

    /// <summary>A metric in March.</summary>
    public string Of(string metric) => Engine.Evaluate([new MetricRequest($"traps.{metric}", [Period.Month(2026, 3)])], default)[0].Measurement.Value.ToString();

    public void Dispose()
    {
        (Engine as IDisposable)?.Dispose();
        module.Dispose();
    }
}
