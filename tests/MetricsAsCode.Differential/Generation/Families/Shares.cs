using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>share(rows where c among base)</c>.</summary>
internal static class Shares
{
    public static readonly Production[] Productions =
    [
        new("share", 6, g => g.IsOf(Measured.Ratio) && RowAggregates.Sources(g).Any(), g => Of(g, "share", "share({0} where {1})", 1)),
        new("share among", 4, g => g.IsOf(Measured.Ratio) && RowAggregates.Sources(g).Any(), g => Of(g, "share among", "share({0} where {1} among {2})", 2)),
    ];

    // The `where` is the share's own, so that its rows are a bare name.
    private static Gen<Term> Of(Goal goal, string production, string text, int conditions) =>
        from source in Gen.Elements(RowAggregates.Sources(goal).ToArray())
        from made in Gen.CollectToArray(Enumerable.Repeat(goal.Condition(source) with { AllowsSets = true, Depth = Math.Max(goal.Depth - 1, 1) }, conditions).Select(Grammar.Of))
        from rows in Grammar.Of(goal.RowsOf(source) with { Depth = 0 })
        select Term.Of(goal.Sort, production, text, made.Prepend(rows));
}
