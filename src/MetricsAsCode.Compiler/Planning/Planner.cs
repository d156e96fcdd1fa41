using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>
/// Bound model in, plan out. Called only for modules without errors.
/// <para>1. Every formula is built over shared filters, selections and aggregates, its windows pushed down to the leaves.</para>
/// <para>2. The columns that anything of it reads are found, source by source.</para>
/// </summary>
public static class Planner
{
    /// <summary>The plan of all metrics that the module declares, shows or aims at.</summary>
    /// <param name="module">A module without errors.</param>
    /// <param name="dimensions">Columns that metrics will be broken down by, besides those that scorecards and tests of the module name.</param>
    public static Plan Plan(ModuleSymbol module, params IEnumerable<ColumnSymbol> dimensions)
    {
        var tables = new PlanTables();
        var metrics = FormulaPlanner.Plan(MetricsInUse.Of(module), tables);
        var breakdowns = Breakdowns.Of(module, metrics, dimensions).ToList();
        SegmentPlanner.Plan(module.Segments.Select(s => s.Column).Concat(breakdowns.Select(b => b.By)), tables);
        var columns = new ColumnsInUse()
            .OfAsOf(module)
            .OfTables(tables)
            .OfDerived(tables)
            .OfKeys(metrics)
            .OfBreakdowns(tables, breakdowns)
            .OfReferences();
        return new Plan(
            module,
            columns.Sources(module),
            tables.Filters.ToEquatable(),
            tables.Selections.ToEquatable(),
            tables.Aggregates.ToEquatable(),
            metrics)
        { Derived = tables.DerivedColumns.ToEquatable() };
    }
}
