using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Whether a row is of a segment, as a column of its source: true, false, or missing where the condition is unknown.</summary>
public sealed record RowSegment(ColumnSymbol Column) : RowDerived(Column.Type)
{
    public override IEnumerable<RowExpression> Inputs => [Column.Condition!];
}
