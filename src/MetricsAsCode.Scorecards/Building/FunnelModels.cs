using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>A funnel as a table.</summary>
internal static class FunnelModels
{
    internal static void Ask(ScorecardFrame frame, FunnelSymbol funnel, Questions questions)
    {
        foreach (var metric in funnel.Members)
            questions.Ask(metric, frame.Period);
    }

    internal static FunnelModel Of(ScorecardFrame frame, FunnelSymbol funnel, Answers answers) => new(
        funnel.Name,
        funnel.Label ?? funnel.Name,
        funnel.Description,
        frame.LinkTo(funnel.Location),
        NumberText.Duration(funnel.Within),
        [.. funnel.Steps.Select(s => Step(frame, s, answers))],
        Figures.Caveats(answers.Of(funnel.Entered, frame.Period), frame.ShareForm, frame.Shown));

    private static FunnelStepModel Step(ScorecardFrame frame, FunnelStepSymbol step, Answers answers)
    {
        return new FunnelStepModel(step.Label ?? step.Name, Of(step.Count)!, Of(step.Rate)!, Of(step.StepRate), Of(step.DropOff), Of(step.Time));

        Figure? Of(MetricSymbol? metric) => metric is null ? null : Figures.Of(answers.Of(metric, frame.Period), frame.FormOf(metric));
    }
}
