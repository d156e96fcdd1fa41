using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

// 1. What an entity is, is decided by the column that a reference finally leads to: `orders.customer_id -> customers` and `customers.customer_id`
//    are one entity, and share one domain of codes.
// 2. All columns are coded once, when the data are bound. From then on the domains do not grow, so that bitmaps over one domain always fit each other.

/// <summary>Dense codes of entities, the same in all columns that hold the same entity.</summary>
internal sealed class EntityDomains
{
    private readonly BoundData data;
    private readonly Dictionary<(string Source, string Column), EntityDomain> domains = [];
    private readonly Dictionary<(string Source, string Column), (int[] Codes, int[]? Meaning)> columns = [];

    public EntityDomains(BoundData data, IEnumerable<(string Source, ColumnPath Path)> used)
    {
        this.data = data;
        foreach (var (source, path) in used)
        {
            if (Find(source, path) is { } column)
                Code(column.Owner, column.Column);
        }
    }

    /// <summary>The domain of a column's entity.</summary>
    public EntityDomain DomainOf(string source, ColumnPath path)
    {
        var (owner, column, _) = data[source].Resolve(path);
        return domains[Entity(owner, column.Name)];
    }

    /// <summary>The entity's code for each row of a source; -1 where the column is missing.</summary>
    public RowCodes CodesOf(string source, ColumnPath path, ColumnPath? at = null)
    {
        var (owner, column, link) = data[source].Resolve(path, at);
        if (!columns.TryGetValue((owner.Name, column.Name), out var coded))
            throw new InvalidOperationException($"Column `{path}` of `{source}` tells entities apart in no metric of the plan.");
        return column is TextColumn texts ? new RowCodes(texts, link, coded.Meaning, -1) : new RowCodes(coded.Codes, link);
    }

    // A column that a partial table leaves out is complained about when a metric reads it, not before.
    private (SourceTable Owner, Column Column)? Find(string source, ColumnPath path)
    {
        var owner = data[source];
        foreach (var reference in path.References)
        {
            if (!owner.Frame.TryGet(SourceTable.NameOf(reference), out _))
                return null;
            owner = owner.Follow([reference]).Table;
        }

        return owner.Frame.TryGet(path.Column, out var column) ? (owner, column) : null;
    }

    private void Code(SourceTable owner, Column column)
    {
        if (columns.ContainsKey((owner.Name, column.Name)))
            return;
        var entity = Entity(owner, column.Name);
        if (!domains.TryGetValue(entity, out var domain))
            domains.Add(entity, domain = new EntityDomain());
        columns.Add((owner.Name, column.Name), column is TextColumn texts ? ([], domain.Add(texts)) : (domain.AddRows(column), null));
    }

    private (string Source, string Column) Entity(SourceTable owner, string column)
    {
        var entity = (Source: owner.Name, Column: column);
        var visited = new HashSet<(string, string)> { entity };
        while (data.Find(entity.Source)?.SchemaOf(entity.Column)?.References is { } target)
        {
            entity = (target, data.Find(target)?.KeyColumn() ?? "");
            if (!visited.Add(entity))
                break;
        }

        return entity;
    }
}
