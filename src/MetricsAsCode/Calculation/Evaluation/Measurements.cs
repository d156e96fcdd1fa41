using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Cells as the measurements that users see: with n, parts and caveats.</summary>
/// <param name="cells">The computed numbers.</param>
/// <param name="clock">The calendar and the as-of.</param>
/// <param name="hasRate">Whether the rows asked of a sample belong to the members of a scope.</param>
internal sealed class Measurements(CellEvaluator cells, Clock clock, Func<SamplePlan, Scope, bool> hasRate)
{
    private const long SmallBelow = 30;
    private readonly RestFinder rests = new(cells);

    /// <summary>One measurement for each member of the scope.</summary>
    public IReadOnlyList<Measurement> Of(MetricPlan metric, Context context)
    {
        var values = cells.Of(metric.Formula, context);
        var rest = rests.Of(metric.Formula, context);
        var immature = rests.Immature(metric.Formula, context).ToArray();
        var parts = rests.PartsOf(metric.Formula, context);
        // What `every` finds is a whole unit that has ended.
        var isUnfinished = metric.Every is null && !clock.HasEnded(context.Period);
        var isEstimate = IsEstimate(metric.Formula);
        var rates = metric.Sample is { ResponseRate: { } rate } sample ? Rates(sample, rate, context) : null;
        return [.. values.Select((cell, code) => Plain(metric, cell) with
        {
            Numerator = parts?.Numerator[code].ToValue(),
            Denominator = parts?.Denominator[code].ToValue(),
            N = rest.N?[code] ?? 0,
            ResponseRate = rates?[code],
            Interval = metric.Sample is { IsProportion: true } ? Interval.Around(parts?.Numerator[code].ToValue(), parts?.Denominator[code].ToValue()) : null,
            Caveats = [.. Caveats(isUnfinished, isEstimate && cell.HasValue ? rest.N?[code] ?? 0 : 0, rest.LeftOut[code]), .. Immature(immature.Select(i => i[code]))],
        })];
    }

    /// <summary>No value, whatever the formula.</summary>
    public static Measurement None(MetricPlan metric, Reason reason) =>
        Plain(metric, Cell.None(reason)) with { ResponseRate = metric.Sample?.ResponseRate is null ? null : Measurement.None(reason, Unit.Ratio) };

    // One for each member of the scope.
    private Measurement[] Rates(SamplePlan sample, Formula share, Context context)
    {
        if (!hasRate(sample, context.Scope))
            return [.. Enumerable.Repeat(Measurement.None(Reason.OutOfReach, Unit.Ratio), context.Scope.Count)];
        var parts = rests.PartsOf(share, context);
        var asked = rests.Of(share, context).N;
        return
        [
            .. cells.Of(share, context).Select((rate, code) => new Measurement
            {
                Value = rate.ToValue(),
                Unit = Unit.Ratio,
                Numerator = parts?.Numerator[code].ToValue(),
                Denominator = parts?.Denominator[code].ToValue(),
                N = asked?[code] ?? 0,
            }),
        ];
    }

    private static Measurement Plain(MetricPlan metric, in Cell cell) =>
        new() { Value = cell.ToValue(), Unit = metric.Unit, Display = metric.Display ?? Display.Of(metric.Unit) };

    // Several numbers may leave out the same rows.
    private static IEnumerable<string> Immature(IEnumerable<Cell> counts) =>
        counts.Where(c => c.HasValue && c.Exact.Sign > 0).Select(c => Caveat.Immature((long)c.Exact.Mantissa)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Caveats(bool isUnfinished, long estimateOf, long leftOut)
    {
        if (isUnfinished)
            yield return Caveat.UnfinishedPeriod;
        if (estimateOf is > 0 and < SmallBelow)
            yield return Caveat.SmallSample(estimateOf);
        if (leftOut > 0)
            yield return Caveat.LeftOut(leftOut);
    }

    // A number that few rows make uncertain.
    private static bool IsEstimate(Formula outermost) => outermost switch
    {
        ArithmeticFormula { Operator: ArithmeticOperator.Divide } or ShareFormula or SharePerFormula => true,
        ReadingFormula f => IsEstimate(f.Kind),
        PerFormula f => IsEstimate(f.Kind),
        EachFormula f => IsEstimate(f.Kind),
        WithinFormula f => IsEstimate(f.Operand),
        LeftOutFormula f => IsEstimate(f.Operand),
        _ => false,
    };

    private static bool IsEstimate(AggregateKind kind) =>
        kind is AggregateKind.Avg or AggregateKind.Median or AggregateKind.Percentile or AggregateKind.PercentileDisc or AggregateKind.StdDev;
}
