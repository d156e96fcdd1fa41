using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC6xxx: values from other rows, funnels and cohorts.</summary>
public static class FunnelErrors
{
    public static readonly DiagnosticDescriptor SetMovesWithPeriod = new(
        "MAC6001", Severity.Error, "Rows that are looked at across all times are filtered by a set, which belongs to a period",
        "let regular = orders where customer_id in buyers\nmetric gap = avg(since_previous(regular.order_date by customer_id))",
        "let open = orders where shipped_date is missing\nmetric gap = avg(since_previous(open.order_date by customer_id))");

    public static Diagnostic RowsOfASet(Location at, string rows) =>
        SetMovesWithPeriod.At(at, $"{rows} are filtered by a set, which changes with the period. Filter them by columns.");
}
