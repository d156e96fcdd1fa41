using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A cohort: those who start in a period, and what counts as their return. <c>joiners.size</c> is a metric of the module, <c>joiners.retained(…)</c> a number.</summary>
/// <param name="Returns">Who starts, and which rows are returns.</param>
/// <param name="Size">How many start.</param>
public sealed record CohortSymbol(string Module, string Name, string? Label, string? Description, CohortReturns Returns, MetricSymbol Size, Location Location);
