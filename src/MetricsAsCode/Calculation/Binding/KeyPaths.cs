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
    public static EntityDomain DomainOf(this EntityDomains domains, EntityKey key) =>
        One([.. key.Paths.Select(p => domains.DomainOf(p.Key, p.Value)), .. key is SetKey set ? domains.DomainsOf(set.Set) : []], $"the key {string.Join(", ", key.Paths)}");

    /// <summary>The domain that a tested column and its set share.</summary>
    public static EntityDomain DomainOf(this EntityDomains domains, string source, SetTest test) =>
        One([domains.DomainOf(source, test.Operand), .. domains.DomainsOf(test.Set)], $"the test of `{source}.{test.Operand}` against a set");

    private static IEnumerable<EntityDomain> DomainsOf(this EntityDomains domains, SetFormula set) =>
        set.Readings().Select(r => domains.DomainOf(r.Aggregate.Rows.Source, r.Aggregate.Element()));

    private static EntityDomain One(IEnumerable<EntityDomain> domains, string where) => domains.Distinct().ToArray() is [var one]
        ? one
        : throw new InvalidOperationException($"The columns of {where} hold different entities.");
}
