using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>since_previous(t by a back n)</c> and <c>until_next(…)</c>.</summary>
internal static class OtherRows
{
    private static readonly string[] Forms =
        ["since_previous({0} by {1})", "until_next({0} by {1})", "since_previous({0})", "since_previous({0} by {1} back 2)", "until_next({0} by {1} back 3)"];

    public static readonly Production[] Productions =
    [
        new("since_previous until_next", 2, g => g is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Duration } && Times(g).Any(), Neighbour),
    ];

    private static IEnumerable<ColumnPath> Times(Goal goal) =>
        goal.Schema.Paths(goal.Source!, 1).Where(p => p.Column.Kind is ScalarKind.Date or ScalarKind.Timestamp);

    private static Gen<Term> Neighbour(Goal goal) =>
        from time in Gen.Elements(Times(goal).ToArray())
        from equal in Gen.Elements(goal.Schema.Paths(goal.Source!, 1).ToArray())
        from form in Gen.Elements(Forms)
        select Term.Of(goal.Sort, "since_previous until_next", form, Term.Column(goal.Value(time.Column.Kind).Sort, time.Text), Term.Column(goal.Value(equal.Column.Kind).Sort, equal.Text));
}
