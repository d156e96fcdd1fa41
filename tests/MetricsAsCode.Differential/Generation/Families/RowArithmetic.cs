using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>+ - * /</c> and functions of numbers, with types as the binder gives them.</summary>
internal static class RowArithmetic
{
    private static readonly ScalarKind[] Plain = [ScalarKind.Integer, ScalarKind.Decimal, ScalarKind.Number];

    public static readonly Production[] Productions =
    [
        new("row + -", 3, g => Makes(g, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Duration), Sum),
        new("row *", 3, g => Makes(g, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Duration), Product),
        new("row /", 3, g => Makes(g, ScalarKind.Number), Quotient),
        new("row negation", 1, g => Makes(g, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Duration), g => Make.From(g, "row negation", "(-{0})", g.Deeper)),
        new("abs", 1, g => Makes(g, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Duration), g => Make.From(g, "abs", "abs({0})", g.Deeper)),
        new("round floor ceil", 2, g => Makes(g, ScalarKind.Integer, ScalarKind.Number), Round),
    ];

    private static bool Makes(Goal goal, params ScalarKind[] kinds) => goal is { Need: Need.Value, IsLeaf: false } && kinds.Contains(goal.Kind);

    private static Gen<Term> Sum(Goal goal) =>
        from other in Gen.Elements(goal.Kind == ScalarKind.Number ? Plain : goal.Kind == ScalarKind.Decimal ? [ScalarKind.Integer, ScalarKind.Decimal] : [goal.Kind])
        from isFirst in Make.OneIn(2)
        from term in Make.FromOne(goal, "row + -", ["({0} + {1})", "({0} - {1})"], isFirst ? [goal.Value(other), goal.Deeper] : [goal.Deeper, goal.Value(other)])
        select term;

    private static Gen<Term> Product(Goal goal) =>
        from other in Gen.Elements(goal.Kind is ScalarKind.Integer ? [ScalarKind.Integer] : goal.Kind is ScalarKind.Decimal ? [ScalarKind.Integer, ScalarKind.Decimal] : Plain)
        from isFirst in Make.OneIn(3)
        from term in Make.From(goal, $"{goal.Kind} * {other}", "({0} * {1})", isFirst ? [goal.Value(other), goal.Deeper] : [goal.Deeper, goal.Value(other)])
        select term;

    private static Gen<Term> Quotient(Goal goal) => Make.Either(
        () => from left in Gen.Elements(Plain) from right in Gen.Elements(Plain) from term in Make.From(goal, "row /", "({0} / {1})", goal.Value(left), goal.Value(right)) select term,
        () => Gen.Elements(ScalarKind.Money, ScalarKind.Duration).SelectMany(kind => Make.From(goal, $"{kind} / {kind}", "({0} / {1})", goal.Value(kind), goal.Value(kind))));

    private static Gen<Term> Round(Goal goal) =>
        Gen.Elements(goal.Kind == ScalarKind.Integer ? [ScalarKind.Integer, ScalarKind.Decimal] : new[] { ScalarKind.Number })
            .SelectMany(kind => Make.FromOne(goal, "round floor ceil", ["round({0})", "floor({0})", "ceil({0})"], goal.Value(kind)));
}
