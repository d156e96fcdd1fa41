using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Results;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>The scopes of one evaluation, each made once.</summary>
internal sealed class ScopeSpace(BoundData data)
{
    private readonly Dictionary<Dimension, DimensionColumn> dimensions = [];
    private readonly Dictionary<Dimension, GroupScope> groups = [];
    private readonly Dictionary<(Scope, EntityKey), Scope> entities = [];

    /// <summary>All rows.</summary>
    public WholeScope Whole { get; } = new();

    /// <summary>The groups of a breakdown.</summary>
    public GroupScope By(Dimension dimension)
    {
        if (!groups.TryGetValue(dimension, out var scope))
            groups.Add(dimension, scope = new ColumnGroups(Whole, Column(dimension)));
        return scope;
    }

    /// <summary>The same with some groups kept and all others taken together.</summary>
    public GroupScope By(Dimension dimension, IReadOnlyList<int> kept) => new ColumnGroups(Whole, Column(dimension), kept);

    /// <summary>The entities of a key, in each member of a scope.</summary>
    public Scope Per(Scope outer, EntityKey key)
    {
        if (!entities.TryGetValue((outer, key), out var scope))
            entities.Add((outer, key), scope = outer is WholeScope whole ? new EntityScope(whole, key, data) : new PairScope(outer, key, data));
        return scope;
    }

    private DimensionColumn Column(Dimension dimension)
    {
        if (!dimensions.TryGetValue(dimension, out var column))
            dimensions.Add(dimension, column = new DimensionColumn(data, dimension));
        return column;
    }
}
