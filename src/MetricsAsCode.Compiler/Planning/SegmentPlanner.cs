using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Plans the columns of segments, so that results can be broken down by them.</summary>
internal static class SegmentPlanner
{
    public static void Plan(IEnumerable<ColumnSymbol> segments, PlanTables tables)
    {
        var rows = new RowPlanner(tables);
        foreach (var column in segments.Where(c => c.Condition is not null).Distinct())
        {
            // Rows have no time here: those behind the as-of are in no period anyway, and a row that others refer to counts whatever its time.
            int Select(RowExpression condition) => tables.Selection(column.Source, null, [tables.Filter(column.Source, rows.Value(new BoundRows(column.Source, []), condition)!)]);
            tables.Derived(new PlanSegment(column.Source, column, Select(column.Condition!), Select(new RowNot(column.Condition!))), new RowSegment(column));
        }
    }
}
