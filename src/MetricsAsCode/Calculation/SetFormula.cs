using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>A set of entities, relative to the period at hand.</summary>
public abstract record SetFormula
{
    /// <summary>Members of this set or of the other.</summary>
    public SetFormula Union(SetFormula other) => new CombinedSet(SetOperator.Union, this, other);

    /// <summary>Members of both sets.</summary>
    public SetFormula Intersect(SetFormula other) => new CombinedSet(SetOperator.Intersect, this, other);

    /// <summary>Members of this set that are not in the other.</summary>
    public SetFormula Except(SetFormula other) => new CombinedSet(SetOperator.Except, this, other);
}

/// <summary>How two sets combine.</summary>
public enum SetOperator
{
    /// <summary>Members of either.</summary>
    Union,

    /// <summary>Members of both.</summary>
    Intersect,

    /// <summary>Members of the left that are not in the right.</summary>
    Except,
}

/// <summary>The set that an aggregate with state <see cref="AggregateState.Distinct"/> holds over a window.</summary>
public sealed record SetReading(Aggregate Aggregate, Window Window) : SetFormula;

/// <summary>Two sets combined.</summary>
public sealed record CombinedSet(SetOperator Operator, SetFormula Left, SetFormula Right) : SetFormula;
