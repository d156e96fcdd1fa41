using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Named numbers, windows on numbers and filters on numbers.</summary>
internal static class Reuse
{
    public static readonly Production[] Productions =
    [
        new("named number", 4, g => g.Need == Need.Number && Named(g).Any(), g => Gen.Elements(Named(g).ToArray()).Select(n => Term.Leaf(g.Sort, "named number", n.Name))),
        new("number over", 4, g => g is { Need: Need.Number, IsLeaf: false, IsOpen: false, Unit: not Measured.Condition }, g => Windows.Any.SelectMany(w => Make.From(g, "number over", $"({{0}} over {w})", g.Deeper))),
        new("number where", 4, g => g is { Need: Need.Number, IsLeaf: false, Unit: not Measured.Condition } && Reached(g).Any(), Where),
        new("metric over other rows", 4, g => g is { Need: Need.Number, IsLeaf: false, IsOpen: false } && Metrics(g).Any(), OverRows),
    ];

    private static IEnumerable<NamedTerm> Named(Goal goal) =>
        goal.Schema.Names.Where(n => n.Sort == goal.Sort && n.Sources.All(s => goal.Sources.Any(a => a.Name == s)));

    private static IEnumerable<NamedTerm> Metrics(Goal goal) => Named(goal).Where(n => n.IsMetric && goal.Sources.Any(s => n.Sources.Contains(s.Name) && s.Lifetime is null));

    // `m0(orders = l0)`, `m0(orders = orders where …)`
    private static Gen<Term> OverRows(Goal goal) =>
        from metric in Gen.Elements(Metrics(goal).ToArray())
        from source in Gen.Elements(goal.Sources.Where(s => metric.Sources.Contains(s.Name) && s.Lifetime is null).ToArray())
        from rows in Grammar.Of(goal.RowsOf(source) with { AllowsSets = false, IsSteady = true })
        select Term.Of(goal.Sort, "metric over other rows", $"{metric.Name}({source.Name} = {{0}})", rows);

    /// <summary>The sources that every source at hand reaches, so that a filter on their columns can be pushed.</summary>
    private static IEnumerable<SourceSpec> Reached(Goal goal) => goal.Schema.Sources.Where(t => goal.Sources.All(s => goal.Schema.Reaching(t).Contains(s)));

    private static Gen<Term> Where(Goal goal) =>
        from target in Gen.Elements(Reached(goal).ToArray())
        from operand in Grammar.Of(goal.Deeper)
        from condition in Grammar.Of(goal.Condition(target) with { AllowsSets = false })
        where condition.HasColumn
        select Term.Of(goal.Sort, "number where", "({0} where {1})", operand, condition with { Rows = null }).Qualified(1, target.Name);

    /// <summary>The same piece with the columns of one child written in full.</summary>
    private static Term Qualified(this Term term, int child, string rows) =>
        term with { Children = term.Children.SetItem(child, Term.Of(term.Children[child].Sort, "filter", "{0}", term.Children[child]) with { Rows = rows }) };
}
