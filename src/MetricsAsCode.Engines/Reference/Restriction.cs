using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Reference;

/// <summary>Rows whose value in a column is the given one (null: is missing), as seen from whichever source is read.</summary>
internal abstract record Restriction(Scalar? Value)
{
    /// <summary>The column, seen from a source; null when the source is not restricted.</summary>
    public abstract RowColumn? PathFrom(SourceSymbol source);
}

/// <summary>One group of a breakdown; the missing value is a group too.</summary>
internal sealed record GroupRestriction(ColumnSymbol Dimension, Scalar? Value) : Restriction(Value)
{
    public override RowColumn PathFrom(SourceSymbol source) => DimensionPath.From(source, Dimension);
}

/// <summary>One entity of a <c>per</c>.</summary>
/// <param name="WhereReached">Whether a source that does not reach the entity stays whole.</param>
internal sealed record EntityRestriction(EntityKey Key, Scalar Entity, bool WhereReached = false) : Restriction(Entity)
{
    public override RowColumn? PathFrom(SourceSymbol source)
    {
        bool isReached = Key.Paths.Any(p => ReferenceEquals(p.Source, source));
        return isReached || !WhereReached ? Key.PathFrom(source) : null;
    }
}
