namespace MetricsAsCode.Engines;

/// <summary>What computes a module in this process.</summary>
public enum EngineKind
{
    /// <summary>The generated calculator, compiled in memory.</summary>
    Compiled,

    /// <summary>The slow evaluator of the bound model.</summary>
    Reference,

    /// <summary>DuckDB, with the tables in its memory.</summary>
    DuckDb,
}
