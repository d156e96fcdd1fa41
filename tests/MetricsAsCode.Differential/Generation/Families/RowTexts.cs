using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Functions and tests of text.</summary>
internal static class RowTexts
{
    public static readonly Production[] Productions =
    [
        new("lower", 2, g => g is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Text }, g => Make.From(g, "lower", "lower({0})", g.Deeper)),
        new("contains starts_with ends_with", 2, IsCondition, g => Make.FromOne(g, "contains starts_with ends_with", ["contains({0}, {1})", "starts_with({0}, {1})", "ends_with({0}, {1})"], g.Value(ScalarKind.Text), g.Value(ScalarKind.Text))),
        new("closed column", 3, g => IsCondition(g) && Closed(g).Any(), OfClosed),
    ];

    private static bool IsCondition(Goal goal) => goal is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Boolean };

    private static IEnumerable<ColumnPath> Closed(Goal goal) => goal.Schema.Paths(goal.Source!).Where(p => !p.Column.Closed.IsEmpty);

    // `status = delivered`, `status in [placed, "Sent back"]`
    private static Gen<Term> OfClosed(Goal goal) =>
        from path in Gen.Elements(Closed(goal).ToArray())
        from text in Gen.Elements("{0} = {1}", "{0} != {1}", "{0} in [{1}, {2}]", "{0} not in [{1}]")
        from one in Gen.Elements(path.Column.Closed.AsEnumerable())
        from other in Gen.Elements(path.Column.Closed.AsEnumerable())
        let sort = goal.Value(ScalarKind.Text).Sort
        select Term.Of(goal.Sort, "closed column", $"({text})", Term.Column(sort, path.Text), Term.Leaf("word", "word", Texts.Quote(one)), Term.Leaf("word", "word", Texts.Quote(other)));
}
