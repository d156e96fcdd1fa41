using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Comparisons, logic and memberships of rows.</summary>
internal static class RowConditions
{
    private static readonly string[] Comparisons = ["({0} = {1})", "({0} != {1})", "({0} < {1})", "({0} <= {1})", "({0} > {1})", "({0} >= {1})"];

    private static readonly ScalarKind[] Kinds = [ScalarKind.Text, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Date, ScalarKind.Timestamp, ScalarKind.Duration];

    public static readonly Production[] Productions =
    [
        new("row comparison", 6, IsCondition, Comparison),
        new("row and or", 3, IsCondition, g => Make.FromOne(g, "row and or", ["({0} and {1})", "({0} or {1})"], g.Deeper, g.Deeper)),
        new("row not", 2, IsCondition, g => Make.From(g, "row not", "(not {0})", g.Deeper)),
        new("is missing", 3, IsCondition, Missing),
        new("in a list", 2, IsCondition, InList),
        new("in a range", 1, IsCondition, InRange),
        new("in a set", 2, g => IsCondition(g) && g.AllowsSets && Members(g).Any(), InSet),
        new("named condition", 3, g => g is { Need: Need.Value, Kind: ScalarKind.Boolean } && Named(g).Any(), g => Gen.Elements(Named(g).ToArray()).Select(n => Term.Leaf(g.Sort, "named condition", n.Name))),
    ];

    /// <summary>The sort of a let that is a condition on a source.</summary>
    public static string SortOf(SourceSpec source) => $"condition on {source.Name}";

    private static bool IsCondition(Goal goal) => goal is { Need: Need.Value, IsLeaf: false, Kind: ScalarKind.Boolean };

    private static IEnumerable<NamedTerm> Named(Goal goal) =>
        goal.Schema.Names.Where(n => goal.Schema.Sources.Any(s => n.Sort == SortOf(s) && goal.Schema.Reaching(s).Contains(goal.Source!)));

    private static Gen<Term> Comparison(Goal goal) =>
        from left in Gen.Elements(Kinds)
        from right in Gen.Elements(left switch
        {
            ScalarKind.Integer or ScalarKind.Number or ScalarKind.Decimal => [ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal],
            ScalarKind.Date or ScalarKind.Timestamp => [ScalarKind.Date, ScalarKind.Timestamp],
            _ => new[] { left },
        })
        from term in Make.FromOne(goal, $"{left} compared with {right}", Comparisons, goal.Value(left), goal.Value(right))
        select term;

    private static Gen<Term> Missing(Goal goal) =>
        from kind in Gen.Elements(Kinds)
        from term in Make.FromOne(goal, "is missing", ["({0} is missing)", "({0} is known)"], goal.Value(kind))
        select term;

    private static Gen<Term> InList(Goal goal) =>
        from kind in Gen.Elements(ScalarKind.Text, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Duration, ScalarKind.Date)
        from operand in Grammar.Of(goal.Value(kind))
        from choices in RowLeaves.ConstantOf(kind, goal.Schema.Product.Money).ArrayOf(3)
        from text in Gen.Elements("({0} in [{1}, {2}, {3}])", "({0} not in [{1}, {2}])")
        select Term.Of(goal.Sort, "in a list", text, choices.Select(c => Term.Leaf("choice", "choice", c)).Prepend(operand));

    private static Gen<Term> InRange(Goal goal) =>
        from kind in Gen.Elements(ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal)
        from text in Gen.Elements("({0} in 1..5)", "({0} in 0..100)", "({0} in 2..2)")
        from term in Make.From(goal, "in a range", text, goal.Value(kind))
        select term;

    private static IEnumerable<(ColumnPath Column, Entity Entity)> Members(Goal goal) =>
        goal.Schema.Paths(goal.Source!, 1)
            .Where(p => p.Column.References is not null || p.Column.IsKey)
            .Select(p => (p, goal.Schema.EntityOf(p.Owner, p.Column)))
            .Where(p => Grammar.CanMake(SetGoal(goal, p.Item2)));

    private static Goal SetGoal(Goal goal, Entity entity) => (goal with { Sources = goal.Schema.Sources }).SetOf(entity);

    private static Gen<Term> InSet(Goal goal) =>
        from member in Gen.Elements(Members(goal).ToArray())
        from set in Grammar.Of(SetGoal(goal, member.Entity) with { Depth = Math.Min(goal.Depth - 1, 1) })
        from text in Gen.Elements("({0} in {1})", "({0} not in {1})")
        select Term.Of(goal.Sort, "in a set", text, Term.Column(goal.Value(member.Column.Column.Kind).Sort, member.Column.Text), set);
}
