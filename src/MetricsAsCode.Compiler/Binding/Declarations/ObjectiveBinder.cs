using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

internal static class ObjectiveBinder
{
    public static ObjectiveSymbol Bind(ObjectiveDeclaration declaration, Scope scope)
    {
        var keyResults = declaration.Members.OfType<KeyResultSyntax>().ToArray();
        CheckNames(keyResults, scope);
        if (keyResults.Length == 0)
        {
            scope.Report(ObjectiveErrors.NoKeyResults(scope.At(declaration.Name), declaration.Name.Text));
        }

        var owners = declaration.Members.OfType<ObjectiveOwner>().ToArray();
        Once(owners, "owner", scope);
        var bound = keyResults.Select(k => BindKeyResult(k, declaration, scope)).Where(k => k is not null).Select(k => k!).ToImmutableArray();
        return new ObjectiveSymbol(
            scope.Module.Name,
            declaration.Name.Text,
            declaration.Label?.Value,
            declaration.Description,
            declaration.During,
            owners.FirstOrDefault()?.Owner.Value,
            bound,
            [.. declaration.Members.OfType<InitiativeSyntax>().Select(i => BindInitiative(i, keyResults, scope))],
            scope.At(declaration.Name))
        {
            Unbound = [.. keyResults.Select(k => k.Name.Text).Except(bound.Select(k => k.Name), StringComparer.Ordinal)],
        };
    }

    private static KeyResultSymbol? BindKeyResult(KeyResultSyntax syntax, ObjectiveDeclaration objective, Scope scope)
    {
        var needs = syntax.Members.OfType<NeedSyntax>().ToArray();
        if (syntax.Target is NeedsTarget == (needs.Length == 0))
        {
            scope.Report(needs.Length == 0
                ? ObjectiveErrors.AimsAtNothing(scope.At(syntax.Name), syntax.Name.Text)
                : ObjectiveErrors.AimsTwice(scope.At(needs[0]), syntax.Name.Text));
            return null;
        }

        string id = $"{objective.Name.Text}.{syntax.Name.Text}";
        var taken = needs.Select((n, i) => BindNeed(n, $"{syntax.Name.Text}.{i + 1}", syntax, objective, scope)).ToArray();
        var metric = needs.Length > 0 ? null : MetricOf(syntax.Value, syntax.Target, id, syntax, scope);
        var target = metric is null ? new AllNeeds() : TargetBinder.Bind(syntax.Target, metric, objective.During, scope);
        var supporting = syntax.Members.OfType<SupportingMetrics>().SelectMany(m => m.Metrics).Select(m => MetricReferences.Find(m, scope)).ToArray();
        var owners = syntax.Members.OfType<KeyResultOwner>().ToArray();
        Once(owners, "owner", scope);
        decimal weight = WeightOf(syntax, scope);
        return target is null || metric is { Unit.IsError: true } || supporting.Contains(null) || taken.Contains(null) ? null : new KeyResultSymbol(
            objective.Name.Text,
            syntax.Name.Text,
            syntax.Label?.Value,
            syntax.Description,
            metric,
            target,
            weight,
            owners.FirstOrDefault()?.Owner.Value,
            [.. supporting.Select(m => m!)],
            [.. syntax.Members.OfType<StrategySyntax>().Select(s => s.Label.Value)],
            scope.At(syntax.Name))
        {
            Needs = [.. taken.Select(n => n!)],
        };
    }

    private static KeyResultSymbol? BindNeed(NeedSyntax need, string name, KeyResultSyntax syntax, ObjectiveDeclaration objective, Scope scope)
    {
        var metric = MetricOf(need.Value, need.Target, $"{objective.Name.Text}.{name}", syntax, scope);
        var target = TargetBinder.Bind(need.Target, metric, objective.During, scope);
        return target is null || metric.Unit.IsError ? null : new KeyResultSymbol(
            objective.Name.Text, name, metric.IsAnonymous ? metric.Formula : metric.Label ?? metric.Name, null, metric, target, 1, null, [], [], scope.At(need));
    }

    /// <summary>The named metric, or an anonymous one for a formula that the key result writes itself.</summary>
    private static MetricSymbol MetricOf(ExpressionSyntax value, TargetSyntax target, string id, KeyResultSyntax syntax, Scope scope)
    {
        if (target is not DoneTarget && value is NameExpression name && scope.Module.Find(name.Path, out int used) is NamedMetric named && used == name.Path.Parts.Length)
        {
            CalendarCheck.Fits(named.Bound(scope.At(name)).Body, name, scope);
            return named.Symbol;
        }

        var symbol = new MetricSymbol(
            scope.Module.Name, id, syntax.Label?.Value, syntax.Description, SourceForm.Of(value, scope.Tree), scope.At(value))
        {
            IsAnonymous = true,
        };
        var body = target is DoneTarget ? Milestones.Bind(value, scope) : NumberBinder.BindNumber(value, scope);
        if (!body.Unit.IsError && !body.Unit.IsNumeric)
        {
            body = scope.FailNumber(TypeErrors.Expected(scope.At(value), "A number", body.Unit.InWords));
        }

        body = StateCheck.Fits(body, value, scope) ? body : Measure.Error;
        MetricFacts.Complete(symbol, body, (null, body.Unit), every: null);
        symbol.Terms = TermsUsed.In(value, body, scope.Module);
        return symbol;
    }

    private static decimal WeightOf(KeyResultSyntax syntax, Scope scope)
    {
        if (syntax.Weight is null)
        {
            return 1;
        }

        if (Constants.Value(syntax.Weight) is > 0 and <= 1_000_000 and var weight && syntax.Weight.Form == NumberForm.Plain)
        {
            return weight;
        }

        scope.Report(ObjectiveErrors.OutOfRange(scope.At(syntax.Weight), "A weight", "the plain numbers above 0"));
        return 1;
    }

    private static InitiativeSymbol BindInitiative(InitiativeSyntax initiative, KeyResultSyntax[] keyResults, Scope scope)
    {
        var names = keyResults.Select(k => k.Name.Text).ToArray();
        foreach (var unknown in initiative.For.Where(f => !names.Contains(f.Text)))
        {
            scope.Report(NameErrors.NotDefined(scope.At(unknown), unknown.Text, names));
        }

        return new InitiativeSymbol(initiative.Label.Value, [.. initiative.For.Select(f => f.Text)], scope.At(initiative));
    }

    private static void CheckNames(KeyResultSyntax[] keyResults, Scope scope)
    {
        foreach (var same in keyResults.GroupBy(k => k.Name.Text, StringComparer.Ordinal))
        {
            foreach (var again in same.Skip(1))
            {
                scope.Report(NameErrors.DeclaredTwice(scope.At(again.Name), again.Name.Text, scope.At(same.First().Name)));
            }
        }
    }

    private static void Once(IReadOnlyList<SyntaxNode> members, string word, Scope scope)
    {
        foreach (var again in members.Skip(1))
        {
            scope.Report(TypeErrors.CannotBe(scope.At(again), $"`{word}` stands here already", "Keep one of the two"));
        }
    }
}
