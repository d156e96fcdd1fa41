using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Sets of entities and their combinations.</summary>
internal static class EntitySets
{
    public static readonly Production[] Productions =
    [
        new("set(rows.column)", 6, g => g.Need == Need.Set && Columns(g).Any(), OfColumn),
        new("named set", 4, g => g.Need == Need.Set && Named(g).Any(), g => Gen.Elements(Named(g).ToArray()).Select(n => Term.Leaf(g.Sort, "named set", n.Name))),
        new("union intersect except", 4, g => Nests(g), g => Make.FromOne(g, "union intersect except", ["({0} union {1})", "({0} intersect {1})", "({0} except {1})"], g.Deeper, g.Deeper)),
        new("set over", 4, g => Nests(g) && !g.IsOpen, g => Windows.Any.SelectMany(w => Make.From(g, "set over", $"({{0}} over {w})", g.Deeper))),
        new("set where", 2, g => Nests(g) && g.Sources.Length == 1, g => Make.From(g, "set where", "({0} where {1})", g.Deeper, g.Condition(g.Sources[0]) with { AllowsSets = false })),
    ];

    /// <summary>The columns of the sources at hand that hold members of the entity.</summary>
    private static IEnumerable<(SourceSpec Source, ColumnPath Path)> Columns(Goal goal) =>
        from source in goal.Sources
        where RowSelections.CanBeAggregated(goal.Schema, source)
        from path in goal.Schema.Paths(source, 1)
        where goal.Schema.EntityOf(path.Owner, path.Column) == goal.Entity && (path.Steps == 0 || path.Column.References is not null)
        select (source, path);

    private static IEnumerable<NamedTerm> Named(Goal goal) =>
        goal.Schema.Names.Where(n => n.Sort == goal.Sort && n.Sources.All(s => goal.Sources.Any(a => a.Name == s)));

    private static bool Nests(Goal goal) => goal is { Need: Need.Set, IsLeaf: false } && (Columns(goal).Any() || Named(goal).Any());

    private static Gen<Term> OfColumn(Goal goal) =>
        from column in Gen.Elements(Columns(goal).ToArray())
        from filtered in Make.OneIn(2)
        let member = Term.Column(goal.Value(column.Path.Column.Kind, column.Source).Sort, column.Path.Text)
        from condition in filtered && !goal.IsLeaf ? Grammar.Of(goal.Condition(column.Source) with { AllowsSets = false }).Select(c => (Term?)c) : Gen.Constant((Term?)null)
        from state in States.InstantOf(goal, column.Source)
        let text = condition is null ? "set({0})" : "set({0} where {1})"
        select Term.Of(goal.Sort, $"set(rows.column){state}", state.Length == 0 ? text : $"({text}{state})", condition is null ? [member] : [member, condition]) with { Rows = column.Source.Name };
}
