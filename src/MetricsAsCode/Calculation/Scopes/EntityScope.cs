using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>The entities of a <c>per</c>, numbered as in their domain.</summary>
internal sealed class EntityScope(WholeScope whole, EntityKey key, BoundData data) : Scope
{
    private readonly EntityDomain domain = data.Entities.DomainOf(key);

    public override Scope Parent => whole;

    public override int Count => domain.Count;

    public override GroupScope? Breakdown => null;

    public override int ParentOf(int code) => 0;

    public override int EntityOf(int code) => code;

    public override RowCodes CodesFor(SourceTable source, ColumnPath? at = null) => data.Entities.CodesOf(source.Name, key.PathFrom(source.Name), at);
}
