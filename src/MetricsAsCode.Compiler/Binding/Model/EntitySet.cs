using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>A set of entities, e.g. the customers with an order in the period. <paramref name="Entity"/> says what they are.</summary>
public abstract record EntitySet(ColumnSymbol Entity);

/// <summary><c>set(orders.customer_id where …)</c>: the known values of the element over the rows.</summary>
public sealed record SetOfRows(BoundRows Rows, RowColumn Element) : EntitySet(Element.Column.Entity);

public enum SetOperator
{
    Union,
    Intersect,
    Except,
}

public sealed record SetCombination(SetOperator Operator, EntitySet Left, EntitySet Right) : EntitySet(Left.Entity);

public sealed record SetWindow(EntitySet Set, WindowStep Window) : EntitySet(Set.Entity);
