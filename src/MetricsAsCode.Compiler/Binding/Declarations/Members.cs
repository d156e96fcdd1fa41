using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Members of funnels and cohorts by their paths: <c>checkout.rate</c>, <c>checkout.paid.step_rate</c>, <c>joiners.size</c>.</summary>
internal static class Members
{
    /// <summary>The metric; null when the path names no member, which is reported.</summary>
    /// <param name="used">How many parts of the path name the funnel.</param>
    public static MetricSymbol? Of(FunnelSymbol funnel, PathSyntax path, int used, Scope scope)
    {
        var step = path.Parts.Length > used ? funnel.Steps.FirstOrDefault(s => s.Name == path.Parts[used].Text) : null;
        if (step is not null && path.Parts.Length == used + 1)
        {
            scope.Report(NameErrors.IsSomethingElse(scope.At(path), path.Text, "a step", "a number", $"Name a member, e.g. `{step.Rate.Name}`."));
            return null;
        }

        string[] own = [funnel.Entered.Name, funnel.Rate.Name, funnel.DropOff.Name];
        return Find(
            funnel.Members, funnel.Name, path, used, scope, "a funnel", funnel.Rate.Name,
            step is null ? own.Concat(funnel.Steps.Select(s => s.Rate.Name)) : funnel.Members.Select(m => m.Name).Where(n => n.StartsWith($"{funnel.Name}.{step.Name}.", StringComparison.Ordinal)));
    }

    public static MetricSymbol? Of(CohortSymbol cohort, PathSyntax path, int used, Scope scope)
    {
        string retained = $"{cohort.Name}.retained(days 1..30)";
        if (path.Parts.Length == used + 1 && path.Last.Text == "retained")
        {
            scope.Report(NameErrors.IsSomethingElse(scope.At(path), path.Text, "a share that depends on how long after the start", "a number", $"Say it in brackets, e.g. `{retained}`."));
            return null;
        }

        return Find([cohort.Size], cohort.Name, path, used, scope, "a cohort", retained, [cohort.Size.Name, retained]);
    }

    private static MetricSymbol? Find(
        IEnumerable<MetricSymbol> members, string owner, PathSyntax path, int used, Scope scope, string sort, string example, IEnumerable<string> offers)
    {
        if (path.Parts.Length == used)
        {
            scope.Report(NameErrors.IsSomethingElse(scope.At(path), path.Text, sort, "a number", $"Name a member, e.g. `{example}`."));
            return null;
        }

        string name = string.Join(".", path.Parts.Skip(used).Select(p => p.Text).Prepend(owner));
        if (members.FirstOrDefault(m => m.Name == name) is { } member)
        {
            return member;
        }

        scope.Report(FunnelErrors.NoMember(scope.At(path), name, members.Select(m => m.Name), offers));
        return null;
    }
}
