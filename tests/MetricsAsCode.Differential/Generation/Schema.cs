using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>A column as rows of a source see it: own, or along references.</summary>
internal sealed record ColumnPath(string Text, ColumnSpec Column, SourceSpec Owner, int Steps);

/// <summary>What holds the members of a set or the keys of <c>per</c>: the column that, in the end, is meant.</summary>
internal sealed record Entity(SourceSpec Source, ColumnSpec Column)
{
    public override string ToString() => $"{Source.Name}.{Column.Name}";
}

/// <summary>What productions can name: the product, the sources, and the lets and metrics declared so far.</summary>
internal sealed record Schema(ProductSpec Product, ImmutableArray<SourceSpec> Sources)
{
    /// <summary>Named pieces that can stand for a piece of their sort, with the sources they read.</summary>
    public ImmutableArray<NamedTerm> Names { get; init; } = [];

    public SourceSpec Source(string name) => Sources.First(s => s.Name == name);

    /// <summary>The columns that rows of a source see, along at most two references.</summary>
    public IEnumerable<ColumnPath> Paths(SourceSpec source, int steps = 2) => Walk(source, "", 0, steps);

    /// <summary>The sources that reach an entity in exactly one way, as <c>per</c> needs it.</summary>
    public ImmutableArray<SourceSpec> Reaching(Entity entity) => [.. Sources.Where(s => Ways(s, entity) == 1)];

    /// <summary>The sources from which exactly one path of references leads to another, and that one itself.</summary>
    public ImmutableArray<SourceSpec> Reaching(SourceSpec target) => [.. Sources.Where(s => Between(s, target) == 1)];

    /// <summary>The entity of a column: the key that it refers to, or itself.</summary>
    public Entity EntityOf(SourceSpec owner, ColumnSpec column) =>
        column.References is { } target ? new Entity(Source(target), Source(target).OnlyKey!) : new Entity(owner, column);

    private int Ways(SourceSpec source, Entity entity)
    {
        int own = source.Columns.Count(c => EntityOf(source, c) == entity);
        return own > 0 ? own : Between(source, entity.Source);
    }

    private int Between(SourceSpec from, SourceSpec to) => from.Name == to.Name
        ? 1
        : from.Columns.Where(c => c.References is not null && c.References != from.Name).Sum(c => Between(Source(c.References!), to));

    private IEnumerable<ColumnPath> Walk(SourceSpec source, string prefix, int depth, int most)
    {
        foreach (var column in source.Columns)
        {
            yield return new ColumnPath(prefix + column.Name, column, source, depth);
            if (column.References is not { } target || depth == most)
                continue;
            foreach (var further in Walk(Source(target), $"{prefix}{column.Name}.", depth + 1, most))
                yield return further;
        }
    }
}

/// <summary>A let or metric by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sort">What it stands for.</param>
/// <param name="Sources">The sources that it reads.</param>
internal sealed record NamedTerm(string Name, string Sort, ImmutableHashSet<string> Sources);
