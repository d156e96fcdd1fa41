using System.Text;
using MetricsAsCode.Calculation;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Planning;

namespace MetricsAsCode.Tests.Emit;

/// <summary>Metrics over the shop's rows, compiled and computed.</summary>
internal static class Calculated
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["customers"] = Shop.Customers,
        ["orders"] = Shop.Orders,
        ["lines"] = Shop.Lines,
    };

    /// <summary>The plain texts of the metrics' values in June 2026, by name.</summary>
    public static IReadOnlyDictionary<string, string> InJune(string metrics)
    {
        var plan = Written.OfShop(metrics);
        using var module = CalculatorCompiler.Compile(plan);
        var requests = plan.Metrics.Select(m => new MetricRequest(m.Metric.QualifiedName, [Period.Month(2026, 6)]));
        return Calculator(module).Evaluate([.. requests]).ToDictionary(r => r.Metric[5..], r => r.Measurement.Value.ToString());
    }

    public static string InJune(string name, string formula) => InJune($"metric {name} = {formula}\n")[name];

    public static Calculator Calculator(CompiledModule module) =>
        module.Create(module.Sources.ToDictionary(s => s.Key, s => Read(s.Value, Tables[s.Key])));

    private static DataFrame Read(SourceContract source, string csv) =>
        CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), source.Schema.Name + ".csv", source.Schema, source.ColumnsInUse);
}
