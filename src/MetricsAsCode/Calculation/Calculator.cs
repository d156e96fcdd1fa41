using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>
/// The base of generated calculators: binds data to a plan and evaluates metrics for periods and breakdowns,
/// one pass over a table for all metrics asked for at once. Safe for concurrent use.
/// </summary>
public abstract class Calculator : IMetricEngine
{
    /// <summary>Binds frames (by source name) to the plan and links the references.</summary>
    /// <param name="plan">What can be computed.</param>
    /// <param name="frames">One frame for each source of the plan, by name.</param>
    /// <param name="options">As-of and threads; null for the defaults.</param>
    /// <exception cref="DataException">A reference leads to a row that is not there.</exception>
    protected Calculator(CalculatorPlan plan, IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options = null)
    {
        Plan = plan;
        AsOf = options?.AsOf;
    }

    /// <summary>What can be computed.</summary>
    public CalculatorPlan Plan { get; }

    /// <summary>How far the data reaches: later rows do not count. Null when no source has a dated row.</summary>
    public Instant? AsOf { get; }

    /// <summary>The product's calendar.</summary>
    public Calendar Calendar => Plan.Calendar;

    /// <inheritdoc/>
    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>One metric of this module for one period, as a typed result.</summary>
    /// <param name="metric">The name as written in the definition.</param>
    /// <param name="period">The period.</param>
    protected T ResultOf<T>(string metric, Period period)
        where T : struct, IMetricValue<T> => T.From(Evaluate([new MetricRequest(metric, [period])])[0].Measurement);

    /// <summary>One metric of this module for one period by the values of a column.</summary>
    /// <param name="metric">The name as written in the definition.</param>
    /// <param name="period">The period.</param>
    /// <param name="by">The column.</param>
    protected Breakdown<T> BreakdownOf<T>(string metric, Period period, Dimension by)
        where T : struct, IMetricValue<T> =>
        new([.. Evaluate([new MetricRequest(metric, [period], by)]).Select(r => new GroupRow<T>(r.Group, T.From(r.Measurement)))]);

    /// <summary>One metric of this module for several periods, in their order; computed in one pass.</summary>
    /// <param name="metric">The name as written in the definition.</param>
    /// <param name="periods">The periods.</param>
    protected IReadOnlyList<(Period Period, T Value)> SeriesOf<T>(string metric, IReadOnlyList<Period> periods)
        where T : struct, IMetricValue<T> =>
        [.. Evaluate([new MetricRequest(metric, periods)]).Select(r => (r.Period, T.From(r.Measurement)))];
}
