using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Rows in the language's words: <c>orders where status = delivered over previous</c>.</summary>
internal static class RowsText
{
    public static string Of(BoundRows rows) => rows.Source.Name + SetPrinter.Clauses(rows);
}
