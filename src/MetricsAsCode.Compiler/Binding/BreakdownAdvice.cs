using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>
/// Whether a breakdown of a churn or retention says what it seems to. A dimension is the entity's own when it is read from its source, along the reference that says
/// whose row a row is; any other is a value of single rows, which may differ between two rows of one entity: who only moves to another group counts as lost.
/// </summary>
public static class BreakdownAdvice
{
    /// <summary>The fact and the remedy; null when there is nothing to say against it.</summary>
    /// <param name="metric">A bound metric.</param>
    /// <param name="by">A column that all its sources reach by one way.</param>
    public static string? Against(MetricSymbol metric, ColumnSymbol by)
    {
        if (EntitiesFollowed.In(metric.Body).FirstOrDefault(f => !IsOwn(f, by)) is not { } followed)
        {
            return null;
        }

        var entity = followed.Entity.Column.Entity;
        string outcome = followed.IsCohort ? "starts with one value may come back with another" : "only changes it counts as lost";
        string remedy = ReferenceEquals(entity.Source, followed.Source)
            ? $"Let `{entity}` refer to a source of the entities, and break it down by a column of that."
            : $"Break it down by a column of `{entity.Source.Name}`.";
        return $"`{metric.Name}` follows each `{entity}` from one time to another, but `{by}` is a value of single rows of `{followed.Source.Name}`: who {outcome}. {remedy}";
    }

    private static bool IsOwn(Followed followed, ColumnSymbol by) => ColumnsBehind(by).All(read => PathsTo(followed.Source, by.Source).All(way => IsOwn(followed.Entity, way.AddRange(read))));

    /// <summary>The references and the column at the end of each value that the dimension rests on, seen from its source.</summary>
    private static IEnumerable<ImmutableArray<ColumnSymbol>> ColumnsBehind(ColumnSymbol by) => by.Condition is null
        ? [[by]]
        : RowParts.All(by.Condition).OfType<RowColumn>().Select(c => c.References.Select(r => r.Column).Append(c.Column).ToImmutableArray());

    private static ImmutableArray<ImmutableArray<ColumnSymbol>> PathsTo(SourceSymbol from, SourceSymbol to) => ReferencePaths.Between(from, to);

    /// <summary>Whether a path from the rows leads by the entity: it begins as the one to the entity does, and goes on from the one row that an entity has.</summary>
    private static bool IsOwn(RowColumn entity, ImmutableArray<ColumnSymbol> path)
    {
        var toEntity = entity.References.Select(r => r.Column).ToImmutableArray();
        bool isRow = entity.Column.IsKey && entity.Column.Source is { Lifetime: null } source && source.Keys.Count() == 1;
        var needed = isRow ? toEntity : toEntity.Add(entity.Column);
        return path.Length >= needed.Length && path.Take(needed.Length).SequenceEqual(needed);
    }
}
