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
    public static MetricSymbol? Of(FunnelSymbol funnel, PathSyntax path, int used, Scope scope) =>
        Find(funnel.Members, funnel.Name, path, used, scope, "a funnel", $"{funnel.Name}.rate");

    public static MetricSymbol? Of(CohortSymbol cohort, PathSyntax path, int used, Scope scope) =>
        Find([cohort.Size], cohort.Name, path, used, scope, "a cohort", $"{cohort.Name}.retained(days 1..30)");

    private static MetricSymbol? Find(IEnumerable<MetricSymbol> members, string owner, PathSyntax path, int used, Scope scope, string sort, string example)
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

        scope.Report(FunnelErrors.NoMember(scope.At(path), name, members.Select(m => m.Name)));
        return null;
    }
}
