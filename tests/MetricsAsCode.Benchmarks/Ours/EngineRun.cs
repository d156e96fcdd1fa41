using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Benchmarks.Measuring;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Benchmarks.Ours;

/// <summary>Our own engine: reads the file once, then measures cases over the frames.</summary>
internal static class EngineRun
{
    public static EngineReport Of(string orders, IReadOnlyList<string> letters, int threads)
    {
        var module = new BenchModule(BenchModule.Folder);
        var cases = AllCases.Of(module.Metrics).Where(c => letters.Contains(c.Id)).ToList();
        IReadOnlyDictionary<string, DataFrame> frames = new Dictionary<string, DataFrame>();
        double load = Sample.Clocked(() => frames = module.Read(module.Plan(cases.SelectMany(c => c.Metrics).Distinct(), cases.SelectMany(c => c.Dimensions).Distinct()), orders));
        Console.Error.WriteLine(FormattableString.Invariant($"read in {load:N0} ms"));
        var reports = new Dictionary<string, CaseReport>(StringComparer.Ordinal);
        foreach (var bench in cases)
        {
            try
            {
                reports.Add(bench.Id, EngineCase.Measure(bench, module, frames, threads));
            }
            catch (Exception e) when (e is OutOfMemoryException or AggregateException { InnerException: OutOfMemoryException })
            {
                reports.Add(bench.Id, new CaseReport(null, null, null, null, "out of memory"));
                Console.Error.WriteLine($"{bench.Id}: out of memory");
                continue;
            }

            Console.Error.WriteLine(FormattableString.Invariant($"{bench.Id}: {new Sample(reports[bench.Id].Times!).Median:N1} ms, peak {PeakMemory.OfThis():N0} MB"));
        }

        return new EngineReport("MetricsAsCode", typeof(Calculator).Assembly.GetName().Version!.ToString(3), load, PeakMemory.OfThis(), reports);
    }
}
