namespace MetricsAsCode.Calculation.Binding;

/// <summary>Which column tells entities apart.</summary>
internal static class KeyPaths
{
    /// <summary>The entity's column seen from a source.</summary>
    public static ColumnPath PathFrom(this EntityKey key, string source) => key.Paths.TryGetValue(source, out var path)
        ? path
        : throw new InvalidOperationException($"The key of a `per` has no path from `{source}`.");

    /// <summary>The column whose values a set or a distinct count holds.</summary>
    public static ColumnPath Element(this Aggregate aggregate) => aggregate.Value is ColumnValue column
        ? column.Path
        : throw new InvalidOperationException($"A set over `{aggregate.Rows.Source}` holds the values of a column, not {aggregate.Value}.");

    /// <summary>The domain that all columns of a key share.</summary>
    public static EntityDomain DomainOf(this EntityDomains domains, EntityKey key)
    {
        var all = key.Paths.Select(p => domains.DomainOf(p.Key, p.Value)).Distinct().ToArray();
        return all is [var one] ? one : throw new InvalidOperationException($"The paths {string.Join(", ", key.Paths)} of a key lead to {all.Length} different entities.");
    }
}
