using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scopes;

/// <summary>All rows: one member.</summary>
internal sealed class WholeScope : Scope
{
    public override Scope? Parent => null;

    public override int Count => 1;

    public override GroupScope? Breakdown => null;

    public override int ParentOf(int code) => throw new InvalidOperationException("Nothing lies around all rows.");

    public override RowCodes? CodesFor(SourceTable source, ColumnPath? at = null) => null;
}
