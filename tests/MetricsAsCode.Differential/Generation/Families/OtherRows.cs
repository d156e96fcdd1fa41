using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>since_previous(t by a, b back n)</c> and <c>until_next(…)</c>.</summary>
internal static class OtherRows
{
    private static readonly string[] Keys = ["", " by {1}", " by {1}", " by {1}", " by {1}, {2}", " by {1}, {2}", " by {1} back 2", " by {1} back 3", " by {1}, {2} back 2"];

    public static readonly Production[] Productions =
    [
        new("since_previous", 5, g => g is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Duration } && Times(g).Any(), g => Neighbour(g, "since_previous")),
        new("until_next", 3, g => g is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Duration } && Times(g).Any(), g => Neighbour(g, "until_next")),
        new("neighbour within a time", 2, g => g is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Boolean } && Times(g).Any(), Within),
    ];

    private static IEnumerable<ColumnPath> Times(Goal goal) =>
        goal.Schema.Paths(goal.Source!, 1).Where(p => p.Column.Kind is ScalarKind.Date or ScalarKind.Timestamp);

    // `since_previous(visited_on by user_id back 2) <= 7 days`
    private static Gen<Term> Within(Goal goal) =>
        from function in Gen.Elements("since_previous", "until_next")
        from operand in Neighbour(goal.Value(ScalarKind.Duration), function)
        from test in Gen.Elements("({0} <= 7 days)", "({0} > 0 days)", "({0} is missing)", "({0} = 0 days)", "({0} < 30 days)")
        select Term.Of(goal.Sort, "neighbour within a time", test, operand);

    private static Gen<Term> Neighbour(Goal goal, string function) =>
        from time in Gen.Elements(Times(goal).ToArray())
        from equal in Gen.Elements(Equal(goal)).ArrayOf(2)
        from keys in Gen.Elements(Keys)
        let columns = new[] { time }.Concat(equal)
        select Term.Of(goal.Sort, function, $"{function}({{0}}{keys})", columns.Select(c => Term.Column(goal.Value(c.Column.Kind).Sort, c.Text)));

    // Keys of references have few values, so that there are neighbours.
    private static ColumnPath[] Equal(Goal goal)
    {
        ColumnPath[] all = [.. goal.Schema.Paths(goal.Source!, 1)], few = [.. all.Where(p => p.Column.References is not null || p.Column.Kind is ScalarKind.Text or ScalarKind.Boolean)];
        return [.. all, .. few, .. few, .. few];
    }
}
