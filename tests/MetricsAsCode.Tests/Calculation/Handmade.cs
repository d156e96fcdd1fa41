using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>A calculator as the compiler would generate it, for formulas given in the test.</summary>
internal sealed class Handmade(CalculatorPlan plan, IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options = null)
    : Calculator(plan, frames, options)
{
    public Measurement Of(string metric, string period) => Evaluate([new MetricRequest(metric, [At(period)])]).ShouldHaveSingleItem().Measurement;

    public string Value(string metric, string period) => Of(metric, period).Value.ToString();

    public IReadOnlyList<MetricResult> By(string metric, string period, string source, string column, int? top = null) =>
        Evaluate([new MetricRequest(metric, [At(period)], new Dimension(source, column), top)]);

    /// <summary>Groups and values, e.g. <c>Delhi: 2; (missing): 1</c>.</summary>
    public string Groups(string metric, string period, string source, string column, int? top = null) =>
        string.Join("; ", By(metric, period, source, column, top).Select(r => $"{r.Group ?? "(missing)"}: {r.Measurement.Value}"));

    public Count Count(string metric, string period) => ResultOf<Count>(metric, At(period));

    public Breakdown<Count> CountBy(string metric, string period, Dimension by) => BreakdownOf<Count>(metric, At(period), by);

    public IReadOnlyList<(Period Period, Count Value)> CountSeries(string metric, params string[] periods) =>
        SeriesOf<Count>(metric, [.. periods.Select(At)]);

    public static Period At(string text) => Period.TryParse(text, out var period) ? period : throw new ArgumentException(text);
}
