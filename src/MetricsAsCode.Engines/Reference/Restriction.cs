using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Reference;

/// <summary>Rows with certain values in a column, as seen from whichever source is read.</summary>
internal abstract record Restriction
{
    /// <summary>The column, seen from a source; null when the source is not restricted.</summary>
    public abstract RowColumn? PathFrom(SourceSymbol source);

    /// <summary>Whether rows with this value belong; null is missing.</summary>
    public abstract bool Allows(Scalar? value);
}

/// <summary>What a breakdown looks at.</summary>
internal abstract record DimensionRestriction(ColumnSymbol Dimension) : Restriction
{
    public override RowColumn PathFrom(SourceSymbol source) => DimensionPath.From(source, Dimension);
}

/// <summary>One group of a breakdown; the missing value is a group too.</summary>
internal sealed record GroupRestriction(ColumnSymbol Dimension, Scalar? Value) : DimensionRestriction(Dimension)
{
    public override bool Allows(Scalar? value) => Equals(value, Value);
}

/// <summary>All groups but some, as one.</summary>
internal sealed record OtherGroupsRestriction(ColumnSymbol Dimension, IReadOnlyList<Scalar?> Without) : DimensionRestriction(Dimension)
{
    public override bool Allows(Scalar? value) => !Without.Any(w => Equals(w, value));
}

/// <summary>One entity of a <c>per</c>.</summary>
/// <param name="WhereReached">Whether a source that does not reach the entity stays whole.</param>
internal sealed record EntityRestriction(EntityKey Key, Scalar Entity, bool WhereReached = false) : Restriction
{
    public override bool Allows(Scalar? value) => Equals(value, Entity);

    public override RowColumn? PathFrom(SourceSymbol source)
    {
        bool isReached = Key.Paths.Any(p => ReferenceEquals(p.Source, source));
        return isReached || !WhereReached ? Key.PathFrom(source) : null;
    }
}
