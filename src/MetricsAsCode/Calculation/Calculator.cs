using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation;

/// <summary>
/// The base of generated calculators: binds data to a plan and evaluates metrics for periods and breakdowns,
/// one pass over a table for all metrics asked for at once. Safe for concurrent use.
/// </summary>
public abstract class Calculator : IMetricEngine
{
    private readonly BoundData data;
    private readonly int threads;

    /// <summary>Binds frames (by source name) to the plan and links the references.</summary>
    /// <param name="plan">What can be computed.</param>
    /// <param name="frames">One frame for each source of the plan, by name.</param>
    /// <param name="options">As-of and threads; null for the defaults.</param>
    /// <exception cref="DataException">A reference leads to a row that is not there.</exception>
    /// <exception cref="MissingColumnException">A frame was read without a column that the plan uses.</exception>
    protected Calculator(CalculatorPlan plan, IReadOnlyDictionary<string, DataFrame> frames, CalculatorOptions? options = null)
    {
        Plan = plan;
        threads = (options ??= new CalculatorOptions()).Threads;
        data = new BoundData(plan, frames, options);
    }

    /// <summary>What can be computed.</summary>
    public CalculatorPlan Plan { get; }

    /// <summary>How far the data reaches: later rows do not count. Null when no source has a dated row.</summary>
    public Instant? AsOf => data.AsOf;

    /// <summary>The product's calendar.</summary>
    public Calendar Calendar => Plan.Calendar;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The module has no such metric.</exception>
    /// <exception cref="MissingColumnException">The column of a breakdown was not read.</exception>
    /// <exception cref="UnreachableDimensionException">A source of a metric does not reach the column of its breakdown.</exception>
    /// <exception cref="DataException">A table leaves out a column that is read.</exception>
    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation = default)
    {
        var questions = Question.Of(requests, Find).ToArray();
        try
        {
            return Answer(questions, cancellation);
        }
        finally
        {
            data.ForgetRuns();
        }
    }

    private IReadOnlyList<MetricResult> Answer(Question[] questions, CancellationToken cancellation) =>
        AsOf is { } asOf
            ? new TallyPass(data, data.ClockAt(asOf), threads, cancellation).Answer(questions)
            : [.. questions.Where(q => q.By is null).Select(q => new MetricResult(q.Name, q.Period, null, false, Measurements.None(q.Metric, Reason.NoData)))];

    /// <inheritdoc/>
    public Instant? EarliestOf(string metric) => AsOf is { } asOf ? new Leaves(data.ClockAt(asOf)).EarliestTime(Find(metric).Formula) : null;

    /// <inheritdoc/>
    public IReadOnlyList<SourceReach> Reach => [.. data.Reach(Plan)];

    /// <inheritdoc/>
    public IReadOnlyList<LaterRows> Later => AsOf is { } asOf ? [.. data.Later(Plan, asOf)] : [];

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

    // Names are qualified, or plain within the module.
    private MetricPlan Find(string name)
    {
        foreach (var metric in Plan.Metrics)
        {
            if (string.Equals(metric.Name, name, StringComparison.Ordinal) || string.Equals($"{Plan.Module}.{metric.Name}", name, StringComparison.Ordinal))
                return metric;
        }

        throw new ArgumentException($"Module `{Plan.Module}` has no metric `{name}`; it has {string.Join(", ", Plan.Metrics.Select(m => m.Name))}.", nameof(name));
    }
}
