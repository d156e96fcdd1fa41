using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary><c>metric drop "Drop-off" per step of signup = drop_off</c>: a part for each step of a funnel that has the member.</summary>
internal static class PartsOfSteps
{
    private static readonly string[] OfAll = ["count", "rate"];
    private static readonly string[] OfLater = ["step_rate", "drop_off", "time", "mean_time"];

    /// <summary>The metric with its parts. One that cannot have any is reported; what names it is silent then.</summary>
    public static MetricDeclaration Of(MetricDeclaration metric, IEnumerable<FunnelDeclaration> funnels, Scope scope)
    {
        var known = funnels.ToArray();
        var path = metric.PerStepOf!;
        var funnel = known.FirstOrDefault(f => f.Name.Text == path.Text);
        if (funnel is null)
        {
            scope.Report(NameErrors.NotDefined(scope.At(path), path.Text, known.Select(f => f.Name.Text)));
        }

        string? member = metric.Value is NameExpression { Path: { Parts.Length: 1 } name } && (OfAll.Contains(name.Text) || OfLater.Contains(name.Text)) ? name.Text : null;
        if (member is null && metric.Value is not ErrorExpression)
        {
            scope.Report(FunnelErrors.NoMember(scope.At(metric.Value), scope.Tree.Text.Slice(metric.Value.Span), OfAll.Concat(OfLater), OfAll.Concat(OfLater)));
        }

        bool isSound = funnel is not null && member is not null;
        var steps = funnel is null ? [] : OfAll.Contains(member) ? funnel.Steps : funnel.Steps.Skip(1);
        return metric with { HasParts = true, Parts = [.. steps.Select(s => Part(metric, s, isSound ? Member(path, s, metric.Value, member!) : new ErrorExpression(metric.Value.Span)))] };
    }

    private static NameExpression Member(PathSyntax funnel, FunnelStepSyntax step, ExpressionSyntax written, string member) =>
        new(new PathSyntax([.. funnel.Parts, step.Name with { Span = written.Span }, new Identifier(member, false, written.Span)], written.Span));

    private static PartSyntax Part(MetricDeclaration metric, FunnelStepSyntax step, ExpressionSyntax value) =>
        new(
            step.Name with { Span = metric.Name.Span },
            new TextExpression($"{metric.Label?.Value ?? metric.Name.Text}: {step.Label?.Value ?? step.Name.Text}", metric.Name.Span),
            value,
            null,
            metric.Span);
}
