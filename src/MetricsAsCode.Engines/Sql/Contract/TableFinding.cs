using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>Where a table does not fit its source: a finding at the declaration, or an error of the data.</summary>
/// <param name="Source">The source.</param>
/// <param name="Column">The column as it is named in the table; null when it is about the whole table.</param>
/// <param name="Finding">What, at the place of the declaration.</param>
internal sealed record TableFinding(SourceSymbol Source, string? Column, Diagnostic Finding)
{
    public DataError ToDataError(string path) => new(path, 0, 0, Column is null ? null : $"{Source.Name}.{Column}", null, Finding.Message);
}
