using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Rows: a source or a let, filtered, windowed, dated.</summary>
internal static class RowSelections
{
    public static readonly Production[] Productions =
    [
        new("source", 6, g => g.Need == Need.Rows, Source),
        new("named rows", 3, g => g is { Need: Need.Rows, IsSteady: false } && Named(g).Any(), g => Gen.Elements(Named(g).ToArray()).Select(n => Term.Leaf(g.Sort, "named rows", n.Name))),
        new("rows where", 5, g => g is { Need: Need.Rows, IsLeaf: false }, Where),
        new("rows over", 2, g => g is { Need: Need.Rows, IsLeaf: false, IsSteady: false, IsOpen: false } && (g.Source!.IsDated || g.Source.Lifetime is not null), g => Windows.Any.SelectMany(w => Make.From(g, "rows over", $"({{0}} over {w})", g.Deeper))),
        new("rows dated", 2, g => g is { Need: Need.Rows, IsLeaf: false, IsOpen: false } && g.Source!.Lifetime is null && Times(g.Schema, g.Source!).Any(), Dated),
    ];

    /// <summary>The columns that rows can be dated by.</summary>
    public static IEnumerable<ColumnPath> Times(Schema schema, SourceSpec source) =>
        schema.Paths(source, 1).Where(p => p.Column is { Kind: ScalarKind.Date or ScalarKind.Timestamp, IsTime: false });

    /// <summary>Whether rows can be counted without a time of their own.</summary>
    public static bool CanBeAggregated(Schema schema, SourceSpec source) =>
        source.IsDated || source.Lifetime is not null || source.Columns.All(c => c.References is null || !schema.Source(c.References).IsDated);

    private static IEnumerable<NamedTerm> Named(Goal goal) => goal.Schema.Names.Where(n => n.Sort == goal.Sort);

    // What a goal asks of rows with a lifetime stands next to them.
    private static Gen<Term> Source(Goal goal) => States.Of(goal, goal.Source!)
        .Select(state => state.Length == 0 ? Term.Leaf(goal.Sort, "source", goal.Source!.Name) : Term.Leaf(goal.Sort, $"source{state.Split(' ') switch { [_, "dated", ..] => " with a lifetime dated", _ => state }}", $"({goal.Source!.Name}{state})"));

    private static Gen<Term> Where(Goal goal) => Make.From(goal, "rows where", "({0} where {1})", goal.Deeper, goal.Condition() with { AllowsSets = goal.AllowsSets });

    private static Gen<Term> Dated(Goal goal) =>
        from rows in Grammar.Of(goal.Deeper)
        from time in Gen.Elements(Times(goal.Schema, goal.Source!).ToArray())
        select Term.Of(goal.Sort, "rows dated", "({0} dated {1})", rows, Term.Column(goal.Value(time.Column.Kind).Sort, time.Text));
}
