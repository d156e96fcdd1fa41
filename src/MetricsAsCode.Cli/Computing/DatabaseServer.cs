using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Binds a plan to the tables of a server, and to those that were read here.</summary>
internal delegate IMetricEngine OpenServer(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, CancellationToken cancellation);

/// <summary>A database server that the environment says how to connect to.</summary>
/// <param name="Format">The word behind <c>from</c> of sources that are tables of it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Example">A table of it.</param>
/// <param name="Open">Computes with its tables.</param>
/// <param name="Check">What of all sources of modules is not so in its tables.</param>
internal sealed record DatabaseServer(string Format, string Name, string Example, OpenServer Open, Func<IEnumerable<ModuleSymbol>, CancellationToken, IReadOnlyList<Diagnostic>> Check)
{
    private static readonly DatabaseServer Postgres = new(PostgresDatabase.Format, "PostgreSQL", "public.orders", PostgresDatabase.Open, PostgresDatabase.Check);

    private static readonly DatabaseServer ClickHouse = new(ClickHouseDatabase.Format, "ClickHouse", "shop.orders", ClickHouseDatabase.Open, ClickHouseDatabase.Check);

    /// <summary>The server of an engine; null for one that computes here.</summary>
    public static DatabaseServer? Of(EngineKind kind) => kind switch
    {
        EngineKind.Postgres => Postgres,
        EngineKind.ClickHouse => ClickHouse,
        _ => null,
    };

    /// <summary>Whether a source is a table of it.</summary>
    public bool Has(SourceSymbol source) => source.Format == Format;
}
