namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>Sets and rows in the language's own words.</summary>
public sealed class SetPrinter : EntitySetVisitor<Printed>
{
    private static readonly SetPrinter Instance = new();

    public static string Print(EntitySet set) => Instance.Visit(set).Text;

    /// <summary>What stands behind the argument of an aggregate over rows: its conditions, its time, its windows.</summary>
    public static string Clauses(BoundRows rows, string word = "where")
    {
        string filters = string.Join(" and ", rows.Conditions.Select(c => new RowPrinter().Visit(c).For(Tightness.And)));
        string dated = rows.Steps.OfType<RowDated>().LastOrDefault() is { } time ? $" dated {RowPrinter.Path(time.Time)}" : "";
        string windows = string.Concat(rows.Steps.OfType<RowWindow>().Select(w => $" {w.Window}"));
        return (filters.Length == 0 ? "" : $" {word} {filters}") + dated + windows;
    }

    protected override Printed OfRows(SetOfRows node) => new($"set({node.Rows.Source.Name}.{RowPrinter.Path(node.Element)}{Clauses(node.Rows)})");

    /// <summary><c>intersect</c> binds tighter than <c>union</c> and <c>except</c>.</summary>
    protected override Printed Combination(SetCombination node)
    {
        var own = node.Operator == SetOperator.Intersect ? Tightness.Product : Tightness.Sum;
        return new($"{Visit(node.Left).For(own)} {OperatorText.Of(node.Operator)} {Visit(node.Right).For(own + 1)}", own);
    }

    protected override Printed Window(SetWindow node) => new($"{Visit(node.Set).For(Tightness.Window)} {node.Window}", Tightness.Window);
}
