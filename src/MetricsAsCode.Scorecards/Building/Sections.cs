using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Building;

// 1. Single metrics that follow one another, and `show metrics`, are one table.
// 2. `show metrics` shows what nothing else shows: no north star that is shown, no metric of a key result or beside it when objectives are, no metric
//    of a stage when the journey is, no metric that is shown by itself or broken down.

/// <summary>What a scorecard shows, in the order written.</summary>
internal static class Sections
{
    internal static ImmutableArray<Section> Of(ModuleSymbol module, ScorecardSymbol scorecard)
    {
        var sections = new List<Section>();
        foreach (var item in scorecard.Items)
        {
            switch (item)
            {
                case ShowNorthStar when module.Product.NorthStar is { } metric:
                    sections.Add(new Section.NorthStar(metric));
                    break;
                case ShowNorthStar:
                    break;
                case ShowObjectives:
                    sections.Add(new Section.Objectives());
                    break;
                case ShowFunnel funnel:
                    sections.Add(new Section.Funnel(funnel.Funnel));
                    break;
                case ShowCohort cohort:
                    sections.Add(new Section.Cohort(cohort));
                    break;
                case ShowJourney journey:
                    sections.Add(new Section.Journey(journey.Journey));
                    break;
                case ShowOneMetric { By: not null } breakdown:
                    sections.Add(new Section.Breakdown(breakdown));
                    break;
                case ShowOneMetric single:
                    AddToTable(sections, [single.Metric]);
                    break;
                case ShowOtherMetrics:
                    AddToTable(sections, Others(module, scorecard));
                    break;
                default:
                    throw new InvalidOperationException($"Unexpected part of a scorecard: {item}.");
            }
        }

        return [.. sections];
    }

    private static void AddToTable(List<Section> sections, ImmutableArray<MetricSymbol> metrics)
    {
        if (metrics.IsEmpty)
            return;
        if (sections is [.., Section.Table table])
            sections[^1] = new Section.Table([.. table.Metrics.Union(metrics)]);
        else
            sections.Add(new Section.Table(metrics));
    }

    private static ImmutableArray<MetricSymbol> Others(ModuleSymbol module, ScorecardSymbol scorecard)
    {
        var shown = scorecard.Items.SelectMany(item => ShownBy(item, module)).ToHashSet();
        return [.. module.Metrics.Where(m => m is { IsAnonymous: false, MemberOf: null } && !shown.Contains(m))];
    }

    private static IEnumerable<MetricSymbol> ShownBy(ScorecardItem item, ModuleSymbol module) => item switch
    {
        ShowNorthStar when module.Product.NorthStar is { } metric => [metric],
        ShowObjectives => module.Objectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Metrics.Concat(k.Supporting)),
        ShowJourney journey => journey.Journey.Stages.SelectMany(static s => s.Metrics),
        ShowOneMetric single => [single.Metric],
        _ => [],
    };
}
