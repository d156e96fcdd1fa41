namespace MetricsAsCode.Engines;

/// <summary>What computes a module whose tables are at hand.</summary>
public enum EngineKind
{
    /// <summary>The generated calculator, compiled in memory.</summary>
    Compiled,

    /// <summary>The slow evaluator of the bound model.</summary>
    Reference,

    /// <summary>DuckDB, with the tables in its memory.</summary>
    DuckDb,

    /// <summary>PostgreSQL, with the tables as temporary ones of a connection.</summary>
    Postgres,

    /// <summary>ClickHouse, with the tables as temporary ones of a session.</summary>
    ClickHouse,
}
