using MetricsAsCode.Benchmarks.Measuring;

namespace MetricsAsCode.Benchmarks.Parts;

/// <summary>Another engine: a script of its own, in a process of its own.</summary>
internal sealed record Peer(string Name, string Script, string Package)
{
    private const int PolarsAddressSpaceKb = 20_000_000;

    public static readonly IReadOnlyList<Peer> All = [new("DuckDB", "duckdb.mjs", "@duckdb/node-api"), new("Polars", "polars.mjs", "nodejs-polars"), new("ClickHouse", "clickhouse.mjs", "chdb")];

    /// <summary>Measures cases over tables in memory.</summary>
    public EngineReport Measure(Places places, string orders, IEnumerable<string> cases) =>
        Json.Read<EngineReport>(Run(places, orders, "memory", cases, isQuiet: false).Output);

    /// <summary>From the file to the printed result, once.</summary>
    public ChildProcess FromFile(Places places, string orders, string letter) => Run(places, orders, "csv", [letter], isQuiet: true);

    // Polars takes memory without a limit of its own; a limit on its address space keeps the machine alive.
    private ChildProcess Run(Places places, string orders, string mode, IEnumerable<string> cases, bool isQuiet)
    {
        string[] node = ["node", Path.Combine(places.PeerScripts, Script), "--data", orders, "--mode", mode, "--cases", string.Join(',', cases)];
        string limit = Name == "Polars" ? FormattableString.Invariant($"ulimit -v {PolarsAddressSpaceKb}; ") : "";
        return ChildProcess.Run(["/bin/sh", "-c", $"{limit}exec \"$@\"", "sh", .. node], new Dictionary<string, string> { ["POLARS_MAX_THREADS"] = "2" }, isQuiet);
    }
}
