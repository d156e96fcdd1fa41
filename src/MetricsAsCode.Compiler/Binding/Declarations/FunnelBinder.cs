using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Binds a funnel and makes its members.</summary>
internal sealed class FunnelBinder(FunnelDeclaration declaration, Scope scope)
{
    private static readonly string[] OwnMembers = ["entered", "rate", "drop_off"];

    public FunnelSymbol? Bind()
    {
        CheckNames();
        if (declaration.By is null || declaration.Within is null || EntityOf.Bind(declaration.By, scope) is not { } entity || Within(declaration.Within) is not { } within)
        {
            return null;
        }

        if (declaration.Steps.Length < 2)
        {
            scope.Report(FunnelErrors.OneStep(scope.At(declaration.Name), declaration.Name.Text));
            return null;
        }

        var steps = declaration.Steps.Select(s => Step(s, entity)).ToArray();
        return steps.Any(s => s is null) ? null : new FunnelMembers(declaration, new FunnelChain(steps.Select(s => s!).ToEquatable(), within), entity.Entity, scope).Make();
    }

    private ChainStep? Step(FunnelStepSyntax step, EntityOf entity)
    {
        if (FollowedRows.Bind(step.Rows, $"The rows of step `{step.Name.Text}`", scope) is not { } rows)
        {
            return null;
        }

        return entity.From(rows.Source, step.Rows, scope) is { } column ? new ChainStep(rows, column) : null;
    }

    private void CheckNames()
    {
        var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var step in declaration.Steps)
        {
            string name = step.Name.Text;
            if (OwnMembers.Contains(name))
            {
                scope.Report(TypeErrors.CannotBe(scope.At(step.Name), $"`{declaration.Name.Text}.{name}` is the funnel's own", "Give the step another name"));
            }
            else if (seen.TryGetValue(name, out var first))
            {
                scope.Report(NameErrors.DeclaredTwice(scope.At(step.Name), name, first));
            }
            else
            {
                seen.Add(name, scope.At(step.Name));
            }
        }
    }

    private long? Within(NumberExpression written)
    {
        if (written.Form == NumberForm.Duration && Constants.Value(written) is > 0 and < long.MaxValue and var microseconds)
        {
            return (long)microseconds;
        }

        scope.Report(TypeErrors.Expected(scope.At(written), "A time of a fixed length such as `1 day` or `2 hours`", $"`{scope.Tree.Text.Slice(written.Span)}`"));
        return null;
    }
}
