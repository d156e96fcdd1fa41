using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using ChangeBy = MetricsAsCode.Compiler.Symbols.ChangeBy;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>One objective over its period: first what has to be measured for it, then its scores.</summary>
internal sealed class ObjectivePlan
{
    // Without an as-of, or days, nothing has a value and nothing will: such a period counts as over, so that the status is "no data" with the metric's
    // own reason rather than "too early".
    private static readonly PeriodProgress NeverMeasured = new(1, HasStarted: true, IsOver: true);

    private readonly ObjectiveSymbol objective;
    private readonly IMetricEngine engine;
    private readonly Period period;
    private readonly Stretch? days;
    private readonly PeriodProgress? progress;

    internal ObjectivePlan(ObjectiveSymbol objective, IMetricEngine engine, Period period)
    {
        this.objective = objective;
        this.engine = engine;
        this.period = objective.During is { } during ? Periods.Of(during) : period;
        days = DaysOf(this.period);
        progress = days is not null && engine.AsOf is { } asOf ? PeriodProgress.Of(engine.Calendar.RangeOf(days), asOf) : null;
    }

    internal void Ask(Questions questions)
    {
        foreach (var keyResult in objective.KeyResults.SelectMany(static k => k.Needs.Prepend(k)))
        {
            if (keyResult.Metric is not { } metric)
                continue;
            questions.Ask(metric, PeriodOf(keyResult));
            questions.Ask(metric, BaselineOf(keyResult));
        }
    }

    internal ObjectiveResult Score(Answers answers, StatusThresholds thresholds)
    {
        var results = objective.KeyResults.Select(k => Score(k, answers, thresholds)).ToImmutableArray();
        var score = ObjectiveScore.Of([.. results.Select(static r => (r.Outcome, (double)r.Definition.Weight))]);
        return new ObjectiveResult(objective, period, progress, results, score);
    }

    private KeyResultResult Score(KeyResultSymbol keyResult, Answers answers, StatusThresholds thresholds)
    {
        if (keyResult.Metric is not { } metric)
            return Compound(keyResult, [.. keyResult.Needs.Select(n => Score(n, answers, thresholds))]);
        var current = answers.Of(metric, PeriodOf(keyResult));
        var baselinePeriod = BaselineOf(keyResult);
        var baseline = baselinePeriod is null ? null : answers.Of(metric, baselinePeriod);
        var input = new KeyResultInput
        {
            Target = KeyResultTargets.Of(keyResult.Target),
            Value = current,
            Progress = progress ?? NeverMeasured,
            Baseline = baseline,
            BaselineEnd = baselinePeriod is not null && DaysOf(baselinePeriod) is { } stretch ? engine.Calendar.StartOf(stretch.End) : null,
            EarliestRow = keyResult.Target is ChangeBy ? engine.EarliestOf(metric.QualifiedName) : null,
            IsAdditive = metric.IsAdditive,
            ReadsPreviousWithoutEvery = metric.ReadsPrevious && metric.Every is null,
        };
        return new KeyResultResult(keyResult, current, baselinePeriod, baseline, KeyResultScoring.Score(input, thresholds));
    }

    private static KeyResultResult Compound(KeyResultSymbol keyResult, ImmutableArray<KeyResultResult> needs)
    {
        var outcome = KeyResultScoring.Weakest([.. needs.Select(static n => n.Outcome)]);
        return new KeyResultResult(keyResult, Measurement.None(outcome.Reason ?? Reason.NotComputed, Values.Unit.Number), null, null, outcome) { Needs = needs };
    }

    // A milestone may be reached behind the period's end: it is looked for up to the as-of.
    private Period PeriodOf(KeyResultSymbol keyResult) =>
        keyResult.Target is Compiler.Symbols.Done && progress is { IsOver: true } && days?.First is { } first && engine.AsOf is { } asOf
            ? Period.Range(first, engine.Calendar.LastDayBefore(asOf))
            : period;

    private Period? BaselineOf(KeyResultSymbol keyResult)
    {
        if (keyResult.Target is ChangeBy { Versus: { } versus })
            return Periods.Of(versus);
        return days?.Previous() is { HasValue: true } before ? Periods.Of(before.Value, engine.Calendar) : null;
    }

    private Stretch? DaysOf(Period some) => engine.Calendar.Resolve(some, engine.AsOf).TryGet(out var stretch, out _) ? stretch : null;
}
