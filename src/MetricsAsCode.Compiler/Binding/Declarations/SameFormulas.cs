using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Two metrics of a module that mean the same however they are written. One that says so, <c>metric a = b</c>, is another name.</summary>
internal static class SameFormulas
{
    public static void Report(IEnumerable<MetricSymbol> metrics, DiagnosticBag findings)
    {
        foreach (var same in metrics.Where(m => m.Body is not (MetricMeasure or MeasureLiteral)).GroupBy(m => (m.Body, m.Every)))
        {
            foreach (var again in same.Skip(1))
            {
                findings.Add(MetricErrors.MeansTheSame(again.Location, again.Name, same.First().Name));
            }
        }
    }
}
