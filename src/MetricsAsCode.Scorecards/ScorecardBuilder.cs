using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Building;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Objectives;

namespace MetricsAsCode.Scorecards;

// Two steps: gather what every part needs, let the engine compute it together, then let every part take its numbers.

/// <summary>A module's scorecard and an engine in; everything that it shows out.</summary>
public sealed class ScorecardBuilder
{
    private readonly ScorecardFrame frame;
    private readonly ImmutableArray<Section> sections;
    private readonly ImmutableArray<ObjectivePlan> objectives;
    private readonly ImmutableArray<MetricSymbol> named;
    private readonly Answers answers;

    private ScorecardBuilder(ScorecardFrame frame, ImmutableArray<MetricSymbol> named, CancellationToken cancellation)
    {
        (this.frame, this.named) = (frame, named);
        sections = Sections.Of(frame.Module, frame.Scorecard);
        objectives = sections.Any(static s => s is Section.Objectives) ? [.. frame.Module.Objectives.Select(o => new ObjectivePlan(o, frame.Engine, frame.Period))] : [];
        var questions = new Questions();
        Ask(questions);
        answers = questions.Evaluate(frame.Engine, cancellation);
    }

    /// <summary>Computes a scorecard.</summary>
    /// <param name="module">The module that declares it.</param>
    /// <param name="scorecard">Which one.</param>
    /// <param name="engine">What computes its metrics; it is called once unless one metric is broken down by several columns.</param>
    /// <param name="path">The path of the file to be written, relative to the same folder as the paths of the definitions: links go from one to the other.</param>
    /// <param name="cancellation">Passed to the engine.</param>
    /// <param name="folder">The full path of that folder, by which a path that begins with <c>..</c> is understood; null when none does.</param>
    /// <param name="template">The template that it will be rendered with: the metrics that it names are computed too; null when it names none.</param>
    public static ScorecardModel Build(
        ModuleSymbol module,
        ScorecardSymbol scorecard,
        IMetricEngine engine,
        string path,
        CancellationToken cancellation = default,
        string? folder = null,
        IScorecardTemplate? template = null) =>
        new ScorecardBuilder(new ScorecardFrame(module, scorecard, engine, path, folder), NamedBy(template, module), cancellation).Build();

    private static ImmutableArray<MetricSymbol> NamedBy(IScorecardTemplate? template, ModuleSymbol module) =>
        template is null ? [] : [.. NamedMetrics.Of(module).Where(m => template.Metrics.Contains(m.Name, StringComparer.Ordinal))];

    private void Ask(Questions questions)
    {
        foreach (var section in sections)
        {
            if (section is Section.Breakdown breakdown)
                BreakdownModels.Ask(frame, breakdown.Item, questions);
            else if (section is Section.Funnel funnel)
                FunnelModels.Ask(frame, funnel.Symbol, questions);
            else if (section is Section.Cohort cohort)
                CohortModels.Ask(frame, cohort.Item, questions);
            else if (section is Section.NorthStar north)
                MetricModels.Ask(frame, north.Metric, questions);
            else if (section is Section.Journey journey)
                journey.Symbol.Stages.SelectMany(s => s.Metrics).ToList().ForEach(m => MetricModels.Ask(frame, m, questions));
            else if (section is Section.Table table)
                table.Metrics.ToList().ForEach(m => MetricModels.Ask(frame, m, questions));
        }

        foreach (var metric in named)
            MetricModels.Ask(frame, metric, questions);
        foreach (var objective in objectives)
            objective.Ask(questions);
        foreach (var supporting in ShownObjectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Supporting))
            MetricModels.Ask(frame, supporting, questions);
        foreach (var measured in ShownObjectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Metrics))
            Trends.Ask(frame, measured, questions);
        Cards.Ask(frame, sections.SelectMany(Shown), questions);
    }

    private ScorecardModel Build()
    {
        var (module, scorecard, product) = (frame.Module, frame.Scorecard, frame.Module.Product);
        var thresholds = ObjectiveEvaluator.ThresholdsOf(product);
        ImmutableArray<ObjectiveResult> results = [.. objectives.Select(o => o.Score(answers, thresholds))];
        ImmutableArray<ObjectiveModel> overview = [.. results.Select(o => ObjectiveModels.Of(frame, o, answers))];
        return new ScorecardModel(
            module.Name,
            scorecard.Name,
            scorecard.Label ?? scorecard.Name,
            scorecard.Description,
            frame.LinkTo(scorecard.Location),
            new ProductModel(product.Label, product.Goal, product.Vision, product.Values),
            frame.Shown,
            overview,
            [.. sections.Select(s => ModelOf(s, results, overview))],
            Cards.Of(frame, sections.SelectMany(Shown).Concat(named).Distinct(), answers))
        {
            Named = [.. named.Select(m => MetricModels.Of(frame, m, answers))],
            Freshness = Freshness.Of(frame),
        };
    }

    private ScorecardSection ModelOf(Section section, ImmutableArray<ObjectiveResult> results, ImmutableArray<ObjectiveModel> overview) => section switch
    {
        Section.NorthStar north => new() { NorthStar = MetricModels.Of(frame, north.Metric, answers).Towards(frame, north.Metric, results) },
        Section.Objectives => new() { Objectives = overview },
        Section.Journey journey => new() { Journey = JourneyModels.Of(frame, journey.Symbol, answers) },
        Section.Table table => new() { Metrics = TableOf(table, results) },
        Section.Funnel funnel => new() { Funnel = FunnelModels.Of(frame, funnel.Symbol, answers) },
        Section.Cohort cohort => new() { Cohort = CohortModels.Of(frame, cohort.Item, answers) },
        Section.Breakdown breakdown => new() { Breakdown = BreakdownModels.Of(frame, breakdown.Item, answers) },
        _ => throw new InvalidOperationException($"Unexpected section {section}."),
    };

    private MetricTable TableOf(Section.Table table, ImmutableArray<ObjectiveResult> results)
    {
        ImmutableArray<MetricModel> rows = [.. table.Metrics.Select(m => MetricModels.Of(frame, m, answers).Towards(frame, m, results))];
        var against = rows.Select(static r => r.Change?.Against).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return new MetricTable(rows, against is [var same] ? same : null, rows.Any(static r => r.Trend is not null));
    }

    private IEnumerable<MetricSymbol> Shown(Section section) => section switch
    {
        Section.NorthStar north => [north.Metric],
        Section.Objectives => ShownObjectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Metrics.Concat(k.Supporting)),
        Section.Journey journey => journey.Symbol.Stages.SelectMany(static s => s.Metrics),
        Section.Table table => table.Metrics,
        Section.Breakdown breakdown => [breakdown.Item.Metric],
        _ => [],
    };

    private ImmutableArray<ObjectiveSymbol> ShownObjectives => objectives.IsEmpty ? [] : frame.Module.Objectives;
}
