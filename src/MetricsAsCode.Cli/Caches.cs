using MetricsAsCode.Engines.Caching;
using MetricsAsCode.Engines.Compiled;

namespace MetricsAsCode.Cli;

/// <summary>What is kept from one run to the next.</summary>
/// <param name="Calculators">Compiled calculators.</param>
/// <param name="Columns">Columns of large files.</param>
internal sealed record Caches(AssemblyCache Calculators, ColumnCache Columns);
