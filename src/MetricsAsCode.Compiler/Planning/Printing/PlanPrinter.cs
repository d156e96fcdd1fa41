using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning.Printing;

/// <summary>A plan as text that an analyst can read: scans, filters in the language's own words, rows, aggregates, formulas.</summary>
public static class PlanPrinter
{
    /// <summary>The whole plan, or what one metric of it needs.</summary>
    public static string Print(Plan plan, string? metric = null) => throw new NotImplementedException(plan.Module.Name + metric);
}
