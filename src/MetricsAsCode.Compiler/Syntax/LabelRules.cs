using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Reports labels that hold nothing: what they name would stand on scorecards and in lists without a name.</summary>
internal static class LabelRules
{
    public static void Check(ImmutableArray<DeclarationSyntax> declarations, Reading reading)
    {
        foreach (var label in declarations.SelectMany(Labels).Where(l => l is { Span.Length: > 0 } && string.IsNullOrWhiteSpace(l.Value)))
        {
            reading.Report(label!.Span, SyntaxErrors.EmptyLabel);
        }
    }

    private static IEnumerable<TextExpression?> Labels(DeclarationSyntax declaration) => declaration switch
    {
        ProductDeclaration product => [product.Label],
        MetricDeclaration metric => metric.Parts.Select(p => p.Label).Prepend(metric.Label),
        SegmentDeclaration segment => [segment.Label],
        JourneyDeclaration journey => journey.Stages.SelectMany(Labels).Prepend(journey.Label),
        FunnelDeclaration funnel => funnel.Steps.Select(s => s.Label).Prepend(funnel.Label),
        CohortDeclaration cohort => [cohort.Label],
        ObjectiveDeclaration objective => objective.Members.SelectMany(Labels).Prepend(objective.Label),
        ScorecardDeclaration scorecard => [scorecard.Label],
        TestDeclaration test => [test.Label],
        _ => [],
    };

    private static IEnumerable<TextExpression?> Labels(StageSyntax stage) => stage.Members.OfType<StageDoes>().SelectMany(d => d.Steps).Prepend(stage.Label!);

    private static IEnumerable<TextExpression?> Labels(ObjectiveMember member) => member switch
    {
        KeyResultSyntax result => result.Members.OfType<StrategySyntax>().Select(s => s.Label).Prepend(result.Label!),
        InitiativeSyntax initiative => [initiative.Label],
        _ => [],
    };
}
