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

    public ImmutableArray<FunnelSpec> Funnels { get; init; } = [];

    public ImmutableArray<CohortSpec> Cohorts { get; init; } = [];

    public ImmutableArray<SegmentSpec> Segments { get; init; } = [];

    public ImmutableArray<FunctionSpec> Functions { get; init; } = [];

    /// <summary>Columns that go by the name of a function's parameter.</summary>
    public ImmutableArray<ColumnParameter> Parameters { get; init; } = [];

    /// <summary>Whether the names are the parameters of a function.</summary>
    public bool IsBody { get; init; }

    /// <summary>The family whose productions are taken most; null for none.</summary>
    public string? Favoured { get; init; }

    public SourceSpec Source(string name) => Sources.First(s => s.Name == name);

    /// <summary>The columns that rows of a source see, along at most two references.</summary>
    public IEnumerable<ColumnPath> Paths(SourceSpec source, int steps = 2) => Walk(source, "", 0, steps, false);

    /// <summary>The sources that reach an entity in exactly one way, as <c>per</c> needs it.</summary>
    public ImmutableArray<SourceSpec> Reaching(Entity entity) => [.. Sources.Where(s => Ways(s, entity) == 1)];

    /// <summary>The sources from which exactly one path of references leads to another, and that one itself.</summary>
    public ImmutableArray<SourceSpec> Reaching(SourceSpec target) => [.. Sources.Where(s => Between(s, target) == 1 && IsTimely(s, target))];

    /// <summary>Whether the way from one source to another meets rows with a lifetime only behind a time, so that it is clear which are meant.</summary>
    private bool IsTimely(SourceSpec from, SourceSpec to, bool hasTime = false) =>
        from.Name == to.Name || from.Columns.Where(c => c.References is { } r && r != from.Name && Between(Source(r), to) == 1)
            .All(c => Follows(from, c, hasTime) && IsTimely(Source(c.References!), to, hasTime || from.IsDated));

    private bool Follows(SourceSpec from, ColumnSpec reference, bool hasTime) => Source(reference.References!).Lifetime is null || hasTime || from.IsDated;

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

    private IEnumerable<ColumnPath> Walk(SourceSpec source, string prefix, int depth, int most, bool hasTime)
    {
        foreach (var column in source.Columns)
        {
            yield return new ColumnPath(prefix + column.Name, column, source, depth);
            if (column.References is not { } target || depth == most || !Follows(source, column, hasTime))
                continue;
            foreach (var further in Walk(Source(target), $"{prefix}{column.Name}.", depth + 1, most, hasTime || source.IsDated))
                yield return further;
        }
    }
}

/// <summary>A funnel by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Entry">The source of the rows that enter, which are what is filtered and broken down.</param>
/// <param name="Steps">How many steps it has, named <c>s0</c> and so on.</param>
internal sealed record FunnelSpec(string Name, SourceSpec Entry, int Steps);

/// <summary>A cohort by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Starts">The source of the rows that start.</param>
internal sealed record CohortSpec(string Name, SourceSpec Starts);

/// <summary>A segment by its name.</summary>
internal sealed record SegmentSpec(string Name, SourceSpec Source);

/// <summary>A function by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Result">What a call of it is.</param>
/// <param name="Arguments">What is due for each parameter.</param>
/// <param name="Sources">The sources that it reads beside its arguments.</param>
internal sealed record FunctionSpec(string Name, Goal Result, ImmutableArray<ArgumentSpec> Arguments, ImmutableArray<SourceSpec> Sources);

/// <summary>What is due for a parameter.</summary>
/// <param name="Kind">The kind as it is written.</param>
/// <param name="Goal">What is made.</param>
/// <param name="Column">The column that is given; null when something is made.</param>
internal sealed record ArgumentSpec(string Kind, Goal Goal, string? Column = null);

/// <summary>A parameter of a function that stands for a column of a source.</summary>
internal sealed record ColumnParameter(string Name, SourceSpec Source, ColumnSpec Column);

/// <summary>A let or metric by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sort">What it stands for.</param>
/// <param name="Sources">The sources that it reads.</param>
internal sealed record NamedTerm(string Name, string Sort, ImmutableHashSet<string> Sources)
{
    public bool IsMetric { get; init; }
}
