using System.Diagnostics;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>The server goes away in the middle of a scorecard.</summary>
public sealed class KilledServerTests
{
    [PostgresFact]
    public void Gives_a_clear_error_and_no_partial_file()
    {
        using var server = new PostgresServer();
        using var live = new LiveShop(server);
        // Every statement over the orders takes seconds.
        live.With("ALTER TABLE {0}.orders RENAME TO all_orders; CREATE VIEW {0}.orders AS SELECT * FROM {0}.all_orders WHERE pg_sleep(0.2)::text IS NOT NULL");
        using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "metrics.dll"), "scorecard", "--name", "q1", "--out", "out", "--engine", "postgres"])
        {
            WorkingDirectory = live.Folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["METRICS_POSTGRES"] = server.ConnectionString },
        })!;
        // Of the statements that compute, not of those that check.
        ConnectionTests.Eventually(() => server.Running("WITH stretches") == 1);
        server.Kill();
        string error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        error.ShouldBe("postgres: error: PostgreSQL has closed the connection before it had answered; nothing was computed. Try again when it runs.\n");
        tool.StandardOutput.ReadToEnd().ShouldBeEmpty();
        tool.ExitCode.ShouldBe(3);
        live.Folder.Files("out").ShouldBeEmpty();
    }
}
