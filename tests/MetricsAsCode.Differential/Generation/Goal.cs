using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>The unit of a number per period.</summary>
internal enum Measured
{
    Count,
    Number,
    Ratio,
    Money,
    Duration,
    Text,
    Date,
    Timestamp,
    Condition,
}

/// <summary>What is to be made.</summary>
internal enum Need
{
    /// <summary>A value or condition of one row.</summary>
    Value,

    /// <summary>Rows of a source.</summary>
    Rows,

    /// <summary>A set of an entity's members.</summary>
    Set,

    /// <summary>A number per period.</summary>
    Number,
}

/// <summary>A piece that is to be made: what it must be, what it may read, and how deep it may still go.</summary>
internal sealed record Goal(Schema Schema, Need Need, int Depth)
{
    /// <summary>The source whose rows a value or condition looks at, or whose rows are to be made.</summary>
    public SourceSpec? Source { get; init; }

    public ScalarKind Kind { get; init; }

    public Measured Unit { get; init; }

    public Entity? Entity { get; init; }

    /// <summary>The sources that numbers and sets may read.</summary>
    public ImmutableArray<SourceSpec> Sources { get; init; } = [];

    /// <summary>Whether conditions may ask for members of a set: not where the rows must be the same whatever the period.</summary>
    public bool AllowsSets { get; init; }

    /// <summary>Whether it is left open at which instant rows with a lifetime are read: <c>at end</c> behind the whole says it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the rows must be the same whatever the period.</summary>
    public bool IsSteady { get; init; }

    /// <summary>What pieces of this goal are, as shrinking compares it.</summary>
    public string Sort => Need switch
    {
        Need.Value => $"{Kind} of {Source!.Name}",
        Need.Rows => $"rows of {Source!.Name}{Opened}",
        Need.Set => $"set of {Entity}{Opened}",
        _ => $"{Unit} per period{Opened}",
    };

    private string Opened => IsOpen ? " at some instant" : "";

    public bool IsLeaf => Depth <= 0;

    public Goal Deeper => this with { Depth = Depth - 1 };

    public Goal Value(ScalarKind kind, SourceSpec? source = null) => Deeper with { Need = Need.Value, Kind = kind, Source = source ?? Source, IsOpen = false };

    public Goal Condition(SourceSpec? source = null) => Value(ScalarKind.Boolean, source);

    public Goal RowsOf(SourceSpec source) => Deeper with { Need = Need.Rows, Source = source, AllowsSets = true };

    public Goal SetOf(Entity entity) => Deeper with { Need = Need.Set, Entity = entity };

    public Goal Number(Measured unit) => Deeper with { Need = Need.Number, Unit = unit };
}
