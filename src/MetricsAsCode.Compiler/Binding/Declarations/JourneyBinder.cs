using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>The journey of a module: stages with names of their own, each with what users do and the metrics that say how it goes.</summary>
internal static class JourneyBinder
{
    public static JourneySymbol Bind(JourneyDeclaration declaration, Scope scope)
    {
        foreach (var same in declaration.Stages.GroupBy(s => s.Name.Text, StringComparer.Ordinal))
        {
            foreach (var again in same.Skip(1))
            {
                scope.Report(NameErrors.DeclaredTwice(scope.At(again.Name), again.Name.Text, scope.At(same.First().Name)));
            }
        }

        return new JourneySymbol(
            scope.Module.Name,
            declaration.Label.Value,
            declaration.Description,
            [.. declaration.Stages.Select(s => Stage(s, scope))],
            scope.At(declaration.Name));
    }

    private static StageSymbol Stage(StageSyntax stage, Scope scope)
    {
        var metrics = stage.Members.OfType<StageMetrics>().SelectMany(m => m.Metrics).Select(m => MetricReferences.Find(m, scope)).Where(m => m is not null).Select(m => m!);
        return new StageSymbol(
            stage.Name.Text,
            stage.Label?.Value,
            stage.Description,
            [.. stage.Members.OfType<StageDoes>().SelectMany(d => d.Steps).Select(t => t.Value)],
            [.. metrics.Distinct()],
            scope.At(stage.Name));
    }
}
