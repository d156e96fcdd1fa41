using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>The stages of a journey with their metrics.</summary>
internal static class JourneyModels
{
    internal static JourneyModel Of(ScorecardFrame frame, JourneySymbol journey, Answers answers) => new(
        journey.Label,
        journey.Description,
        [.. journey.Stages.Select(s => new StageModel(
            s.Id, s.Label ?? s.Name, s.Description, s.Does, [.. s.Metrics.Select(m => MetricModels.Of(frame, m, answers))]))]);
}
