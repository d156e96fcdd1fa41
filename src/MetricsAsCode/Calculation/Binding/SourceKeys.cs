namespace MetricsAsCode.Calculation.Binding;

/// <summary>The key columns of a source.</summary>
internal static class SourceKeys
{
    public static IEnumerable<string> KeyColumns(this SourceTable table) => table.Plan.Schema.Columns.Where(c => c.IsKey).Select(c => c.Name);

    /// <summary>The one key column that references name; null when there is none or the key is compound.</summary>
    public static string? KeyColumn(this SourceTable table) => table.KeyColumns().Take(2).ToArray() is [var key] ? key : null;
}
