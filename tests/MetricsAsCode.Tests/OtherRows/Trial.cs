using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.OtherRows;

/// <summary>Definitions over a few rows written by hand, answered by the reference evaluator; the calculator and DuckDB must say the same.</summary>
internal sealed class Trial : IDisposable
{
    private readonly Sandbox sandbox = new();
    private readonly Instant? asOf;
    private readonly ModuleEngine[] modules;
    private readonly IMetricEngine[] engines;

    /// <param name="definitions">A module.</param>
    /// <param name="asOf">An instant in ISO 8601, or null for the end of the newest day.</param>
    /// <param name="tables">File names and their text: cells between commas, rows between spaces or line ends.</param>
    public Trial(string definitions, string? asOf, params (string File, string Rows)[] tables)
    {
        this.asOf = asOf is null ? null : Instant.FromUtc(DateTimeOffset.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime);
        sandbox.Write("all/all.metrics", definitions);
        foreach (var (file, rows) in tables)
            sandbox.Write($"all/{file}", string.Join('\n', rows.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) + "\n");
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        var plan = Planner.Plan(workspace.Modules.Single());
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        EngineKind[] kinds = DuckDbPresence.IsThere ? [EngineKind.Reference, EngineKind.Compiled, EngineKind.DuckDb] : [EngineKind.Reference, EngineKind.Compiled];
        modules = [.. kinds.Select(kind => ModuleEngine.Of(plan, kind))];
        engines = [.. modules.Select(m => m.Open(frames, this.asOf))];
    }

    /// <summary>What all engines answer.</summary>
    public Measurement Of(string metric, Period period) => Ask(new MetricRequest(metric, [period]))[0].Measurement;

    /// <summary>The value as text, or the reason why there is none.</summary>
    public string Say(string metric, Period period)
    {
        var measurement = Of(metric, period);
        return measurement.Value.HasValue ? measurement.Value.ToString() : measurement.Reason!.Text;
    }

    public IReadOnlyList<MetricResult> Ask(MetricRequest request)
    {
        var expected = engines[0].Evaluate([request], default);
        foreach (var engine in engines.Skip(1))
            Agreement.Agreement.Differences(engine.Evaluate([request], default), expected).ShouldBeEmpty();
        return expected;
    }

    public void Dispose()
    {
        Array.ForEach(modules, m => m.Dispose());
        sandbox.Dispose();
    }
}
