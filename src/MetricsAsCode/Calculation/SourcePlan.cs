using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>A table that a calculator reads.</summary>
/// <param name="Schema">The contract of the table; its columns name the sources they refer to.</param>
/// <param name="Time">The column that decides a row's period; null for a static source.</param>
/// <param name="Columns">The names of the columns that the module's metrics use, keys and references included.</param>
public sealed record SourcePlan(SourceSchema Schema, ColumnPath? Time, IReadOnlyList<string> Columns)
{
    /// <summary>The source's name.</summary>
    public string Name => Schema.Name;
}
