using System.Diagnostics;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>Statements that take too long, are given up, or lose their server.</summary>
public sealed class StoppedServerTests
{
    [ClusterFact]
    public void A_server_that_is_killed_in_the_middle_of_a_scorecard_gives_a_clear_error_and_no_partial_file()
    {
        using var cluster = new ClickHouseCluster(1);
        using var folder = new Sandbox();
        cluster.Execute("CREATE TABLE default.all_orders (placed_on Date, amount Decimal(10, 2)) ENGINE = Memory");
        cluster.Execute("INSERT INTO default.all_orders VALUES ('2026-01-03', 10.50), ('2026-03-20', 20.00)");
        // Every statement over the orders takes seconds.
        cluster.Execute("CREATE VIEW default.orders AS SELECT placed_on, amount FROM default.all_orders WHERE sleepEachRow(1) = 0");
        folder.Write("metrics-defs/shop/shop.metrics", """
            module shop
            product "Shop" {
              currency USD
              north star revenue
            }
            source orders from clickhouse "default.orders" {
              placed_on date time
              amount money
            }
            metric revenue = sum(orders.amount)
            scorecard q1 "First quarter" for 2026-Q1 {
              show north star
              show metrics
            }
            """);
        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "metrics.dll"), "scorecard", "--name", "q1", "--out", "out", "--engine", "clickhouse"])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["METRICS_CLICKHOUSE"] = cluster.Address() },
        })!;
        // Of the statements that compute, not of those that check.
        Eventually(() => Running(cluster, "ARRAY JOIN") == 1);
        cluster.Kill(1);
        string error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        error.ShouldBe("clickhouse: error: ClickHouse has closed the connection before it had answered; nothing was computed. Try again when it runs.\n");
        tool.StandardOutput.ReadToEnd().ShouldBeEmpty();
        tool.ExitCode.ShouldBe(3);
        folder.Files("out").ShouldBeEmpty();
    }

    [ClusterFact]
    public void A_statement_that_takes_too_long_is_stopped_on_the_server()
    {
        var cluster = ClickHouseCluster.Shared;
        using var server = ClickHouseServer.Connect(ClickHouseAddress.Read(cluster.Address(options: "?timeout=1")));
        Should.Throw<ClickHouseException>(() => server.Run("SELECT count() FROM system.numbers WHERE number = 771771", default)).Message
            .ShouldBe("ClickHouse has not answered within 1 seconds. Ask for less at a time, or write `?timeout=SECONDS` in METRICS_CLICKHOUSE.");
        Eventually(() => Running(cluster, "771771") == 0);
    }

    [ClusterFact]
    public void Whoever_stops_the_tool_stops_the_server_too()
    {
        var cluster = ClickHouseCluster.Shared;
        using var server = ClickHouseServer.Connect(ClickHouseAddress.Read(cluster.Address()));
        using var stop = new CancellationTokenSource();
        var asked = Task.Run(() => server.Run("SELECT count() FROM system.numbers WHERE number = 772772", stop.Token));
        Eventually(() => Running(cluster, "772772") == 1);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => asked.GetAwaiter().GetResult());
        Eventually(() => Running(cluster, "772772") == 0);
    }

    private static long Running(ClickHouseCluster cluster, string part) =>
        (long)cluster.Query($"SELECT count() FROM system.processes WHERE query LIKE '%{part}%' AND query NOT LIKE '%system.processes%'")[0][0]!;

    private static void Eventually(Func<bool> holds)
    {
        for (int i = 0; i < 300 && !holds(); i++)
            Thread.Sleep(100);
        holds().ShouldBeTrue();
    }
}
