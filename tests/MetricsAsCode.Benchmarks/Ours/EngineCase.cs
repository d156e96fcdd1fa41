using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Results;

namespace MetricsAsCode.Benchmarks.Ours;

// 1. The calculator is compiled before anything is measured, as it is from the cache in the second run of the tool.
// 2. A measured run asks the calculator once for everything. Where a case binds anew, making the calculator is within the measured time.
// 3. A run that counts makes nothing of an earlier one: each has a calculator of its own when it binds anew, and calculators keep no results.

/// <summary>Measures one case of our own engine over frames in memory.</summary>
internal static class EngineCase
{
    public static CaseReport Measure(BenchCase bench, BenchModule module, IReadOnlyDictionary<string, DataFrame> frames, int threads)
    {
        using var compiled = CalculatorCompiler.Compile(module.Plan(bench.Metrics, bench.Dimensions));
        var options = new CalculatorOptions { AsOf = module.AsOf, Threads = threads };
        var requests = BenchRequests.Of(bench);
        Calculator? bound = null;
        double bind = Sample.Clocked(() => bound = compiled.Create(frames, options));
        IReadOnlyList<MetricResult> results = [];
        var sample = Sample.Of(() => Sample.Clocked(() => results = (bench.BindsAnew ? compiled.Create(frames, options) : bound!).Evaluate(requests)));
        return new CaseReport(bench.BindsAnew ? "bound anew in each run" : "bound before", sample.Times, new Dictionary<string, double> { ["bind"] = bind }, BenchRequests.Flat(results, bench), null) { Bytes = BytesOf(compiled, frames, bench) };
    }

    // Keys are read from the file for their contract only; a breakdown's column is read beside those of the plan.
    private static long BytesOf(CompiledModule compiled, IReadOnlyDictionary<string, DataFrame> frames, BenchCase bench)
    {
        var (schema, used) = compiled.Sources["orders"];
        var keys = schema.Columns.Where(c => c.IsKey).Select(c => c.Name);
        return used.Union(bench.Dimensions).Except(keys).Select(name => frames["orders"][name]).Sum(column => (long)column.Length * column.Width);
    }
}
