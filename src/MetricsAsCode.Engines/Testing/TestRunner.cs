using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Testing;

// 1. A test has its own tables; a source that it does not give is empty, and a reference into a table may lead nowhere.
// 2. Its as-of is the end of `as of`, or else of its period.
// 3. Every expectation is computed for itself, so that one that reads a column left out does not take the others with it; nor does a response rate that it does not
//    speak of.

/// <summary>Runs the tests that a module's files contain.</summary>
public sealed class TestRunner : IDisposable
{
    private readonly ModuleSymbol module;
    private readonly Plan plan;
    private readonly ModuleEngine engine;
    private readonly Calendar calendar;
    private readonly KeyResultScorer scorer;

    /// <param name="module">A module without errors.</param>
    /// <param name="kind">What computes.</param>
    /// <param name="scorer">What scores key results.</param>
    public TestRunner(ModuleSymbol module, EngineKind kind, KeyResultScorer scorer)
    {
        (this.module, this.scorer) = (module, scorer);
        plan = Planner.Plan(module);
        engine = ModuleEngine.Of(plan, kind);
        calendar = Calendars.Of(module.Product);
    }

    /// <summary>Runs one test.</summary>
    public TestOutcome Run(TestSymbol test, CancellationToken cancellation = default)
    {
        IMetricEngine? opened = null;
        try
        {
            var asOf = AsOf(test);
            var bound = opened = engine.Open(TestTables.Of(test, plan), asOf, allowDangling: true);
            var failures = test.Expectations.Select(e => Check(test, e, bound, cancellation)).OfType<TestFailure>();
            return new TestOutcome(test, [.. failures]);
        }
        catch (Exception e) when (e is DataException or PeriodException)
        {
            return new TestOutcome(test, [new TestFailure(test.Location, e.Message)]);
        }
        finally
        {
            (opened as IDisposable)?.Dispose();
        }
    }

    /// <inheritdoc />
    public void Dispose() => engine.Dispose();

    private Instant AsOf(TestSymbol test) => calendar.StartOf(calendar.StretchOf(WrittenPeriods.Of(test.AsOf ?? test.For)).End);

    private TestFailure? Check(TestSymbol test, ExpectSymbol expect, IMetricEngine bound, CancellationToken cancellation)
    {
        try
        {
            string? complaint = Complaint(expect, bound, WrittenPeriods.Of(test.For), cancellation);
            return complaint is null ? null : new TestFailure(expect.Location, complaint);
        }
        catch (DataException e)
        {
            return new TestFailure(expect.Location, e.Message);
        }
    }

    private string? Complaint(ExpectSymbol expect, IMetricEngine bound, Period period, CancellationToken cancellation)
    {
        if (expect.Aspect is ExpectAspect.Score or ExpectAspect.Status or ExpectAspect.Target)
            return Expectations.KeyResult(expect, scorer(module, expect.KeyResult!, new WithoutResponseRates(bound), period, cancellation));
        var metric = expect.Metric ?? throw new InvalidOperationException($"The expectation at {expect.Location.Start} names no metric.");
        var by = expect.By is { } column ? new Dimension(plan.NameOf(column.Source), column.Name) : null;
        var asked = expect.Aspect == ExpectAspect.ResponseRate ? bound : new WithoutResponseRates(bound);
        var results = asked.Evaluate([new MetricRequest(metric.QualifiedName, [period], by)], cancellation);
        if (by is not null && !results.Any(r => IsGroup(r, expect)))
            return $"there is no group `{expect.Group ?? "(missing)"}`; the groups are {string.Join(", ", results.Select(r => r.Group ?? "(missing)").DefaultIfEmpty("none"))}";
        var found = by is null ? results[0].Measurement : results.First(r => IsGroup(r, expect)).Measurement;
        return expect.Aspect switch
        {
            ExpectAspect.Caveat => Expectations.Caveat(expect, found),
            ExpectAspect.ResponseRate => Expectations.Value(expect, found.ResponseRate!),
            ExpectAspect.Low => Expectations.Value(expect, EndOf(found, found.Interval?.Low)),
            ExpectAspect.High => Expectations.Value(expect, EndOf(found, found.Interval?.High)),
            _ => Expectations.Value(expect, found),
        };
    }

    // An end of the interval, for the reason of the value when there is none.
    private static Measurement EndOf(Measurement found, double? end) =>
        found with { Value = end is { } known ? Value.Of(known) : Value.None(found.Reason ?? Reason.NotComputed) };

    private static bool IsGroup(MetricResult result, ExpectSymbol expect) => result.IsGroup && string.Equals(result.Group, expect.Group, StringComparison.Ordinal);
}
