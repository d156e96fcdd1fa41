using MetricsAsCode.Calculation;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>Computes metrics in a database. What comes back are aggregates by period and group; formulas over them are evaluated as in process.</summary>
internal sealed class SqlEngine : IMetricEngine, IDisposable
{
    private readonly SqlDatabase database;

    public SqlEngine(SqlDatabase database, Instant? asOf)
    {
        this.database = database;
        AsOf = asOf ?? database.EndOfNewestDay();
    }

    public Instant? AsOf { get; }

    public Calendar Calendar => database.Calendar;

    public IReadOnlyList<SourceReach> Reach => database.Reach();

    public IReadOnlyList<LaterRows> Later => AsOf is { } asOf ? database.Later(asOf) : [];

    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation)
    {
        var questions = Question.Of(requests, Find).ToArray();
        foreach (var request in requests)
            CheckReach(request);
        return AsOf is { } asOf
            ? new SqlPass(database, ClockAt(asOf), asOf, cancellation).Answer(questions)
            : [.. questions.Where(q => q.By is null).Select(q => new MetricResult(q.Name, q.Period, null, false, Measurements.None(q.Metric, Reason.NoData)))];
    }

    public Instant? EarliestOf(string metric) => AsOf is { } asOf ? new Leaves(ClockAt(asOf)).EarliestTime(Find(metric).Formula) : null;

    public void Dispose() => database.Dispose();

    private Clock ClockAt(Instant asOf) => new(database.Calendar, asOf, Earliest);

    private Instant? Earliest(Selection rows)
    {
        var source = database.SourceOf(rows.Source);
        var time = database.Plan.Selections.First(s => ReferenceEquals(s.Source, source) && s.Time is { } t && PlanFormulas.PathOf(t).ToString() == rows.Time!.ToString()).Time!;
        return database.Extent(source, time)?.First;
    }

    private void CheckReach(MetricRequest request)
    {
        if (request.By is not { } by)
            return;
        var metric = database.Plan.Metrics.First(m => string.Equals(database.Plan.NameOf(m.Metric), Find(request.Metric).Name, StringComparison.Ordinal)).Metric;
        if (DimensionReach.WithoutPath(database.Plan, metric, database.ColumnOf(by)) is { Count: > 0 } without)
            throw new ArgumentException($"`{without[0]}` does not reach `{by}` on exactly one way, so what is computed from it cannot be broken down by it.");
    }

    private MetricPlan Find(string name) =>
        database.Formulas.Metrics.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal) || string.Equals($"{database.Plan.Module.Name}.{m.Name}", name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"Module `{database.Plan.Module.Name}` has no metric `{name}`; it has {string.Join(", ", database.Formulas.Metrics.Select(m => m.Name))}.");
}
