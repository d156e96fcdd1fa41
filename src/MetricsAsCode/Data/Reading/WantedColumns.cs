namespace MetricsAsCode.Data.Reading;

/// <summary>The columns that are read: those asked for, and always the keys and the lives of the rows.</summary>
internal static class WantedColumns
{
    /// <param name="schema">The contract.</param>
    /// <param name="columns">Declared names; null for all.</param>
    /// <exception cref="ArgumentException">A name is not declared.</exception>
    public static List<ColumnSchema> Of(SourceSchema schema, IReadOnlySet<string>? columns)
    {
        foreach (string name in columns ?? new HashSet<string>())
        {
            if (!schema.Columns.Any(c => string.Equals(c.Name, name, StringComparison.Ordinal)))
                throw new ArgumentException($"Source `{schema.Name}` does not declare a column `{name}`.", nameof(columns));
        }

        return [.. schema.Columns.Where(c => columns is null || c.IsKey || IsOfLife(schema, c) || columns.Contains(c.Name))];
    }

    private static bool IsOfLife(SourceSchema schema, ColumnSchema column) => schema.Lifetime is { } life && (column.Name == life.From || column.Name == life.To);
}
