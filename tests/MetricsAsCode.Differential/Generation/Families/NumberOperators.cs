using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Arithmetic, functions and choices of numbers per period, with their units.</summary>
internal static class NumberOperators
{
    private static readonly Measured[] Dimensionless = [Measured.Count, Measured.Number, Measured.Ratio];

    public static readonly Production[] Productions =
    [
        new("+ -", 3, g => Is(g, Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration), Sum),
        new("*", 3, g => Is(g, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration), Product),
        new("/", 4, g => Is(g, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration), Quotient),
        new("time - time per period", 2, g => Is(g, Measured.Duration), g => Gen.Elements(Measured.Date, Measured.Timestamp).SelectMany(u => Make.From(g, "time - time per period", "({0} - {1})", g.Number(u), g.Number(u)))),
        new("negation", 1, g => Is(g, Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration), g => Make.From(g, "negation", "(-{0})", g.Deeper)),
        new("functions of numbers", 2, g => Is(g, Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration), g => Make.FromOne(g, "functions of numbers", ["abs({0})", "min({0}, {1})", "max({0}, {1})"], g.Deeper, g.Deeper)),
        new("round", 1, g => Is(g, Measured.Count, Measured.Number), g => Make.FromOne(g, "round", ["round({0})", "floor({0})", "ceil({0})"], g.Deeper)),
        new("coalesce", 2, g => Is(g, Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration, Measured.Date, Measured.Timestamp, Measured.Text), Coalesce),
        new("if", 2, g => Is(g, Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration, Measured.Date, Measured.Timestamp), g => Make.From(g, "if", "(if {0} then {1} else {2})", g.Number(Measured.Condition), g.Deeper, g.Deeper)),
        new("constants", 1, g => Is(g, Measured.Count, Measured.Number), g => Make.FromOne(g, "constants", ["({0} + 1)", "(10 - {0})", "({0} * 2)", "({0} * 0)"], g.Deeper)),
    ];

    private static bool Is(Goal goal, params Measured[] units) => goal is { Need: Need.Number, IsLeaf: false } && units.Contains(goal.Unit);

    private static Gen<Term> Sum(Goal goal) =>
        from other in Gen.Elements(goal.Unit == Measured.Number ? [Measured.Count, Measured.Number] : new[] { goal.Unit })
        from term in Make.FromOne(goal, "+ -", goal.Unit == Measured.Ratio ? ["({0} + {1})", "({0} - {1})", "(1 - {0})"] : ["({0} + {1})", "({0} - {1})"], goal.Deeper, goal.Number(other))
        select term;

    private static Gen<Term> Product(Goal goal) => goal.Unit switch
    {
        Measured.Ratio => Make.From(goal, "*", "({0} * {1})", goal.Deeper, goal.Deeper),
        Measured.Number => from l in Gen.Elements(Measured.Count, Measured.Number) from r in Gen.Elements(Dimensionless) from term in Make.From(goal, "*", "({0} * {1})", goal.Number(l), goal.Number(r)) select term,
        _ => Gen.Elements(Dimensionless).SelectMany(other => Make.FromOne(goal, $"{goal.Unit} * {other}", ["({0} * {1})", "({1} * {0})"], goal.Deeper, goal.Number(other))),
    };

    private static Gen<Term> Quotient(Goal goal) => goal.Unit switch
    {
        Measured.Ratio => Make.Either(
            () => from l in Gen.Elements(Dimensionless) from r in Gen.Elements(Dimensionless) from term in Make.From(goal, "/", "({0} / {1})", goal.Number(l), goal.Number(r)) select term,
            () => Gen.Elements(Measured.Money, Measured.Duration).SelectMany(u => Make.From(goal, $"{u} / {u} per period", "({0} / {1})", goal.Number(u), goal.Number(u)))),
        Measured.Number => Gen.Elements(Measured.Count, Measured.Number).SelectMany(u => Make.FromOne(goal, "/ constant", ["({0} / 7)", "({0} / 0.3)"], goal.Number(u))),
        _ => Gen.Elements(Dimensionless).SelectMany(r => Make.From(goal, $"{goal.Unit} / {r}", "({0} / {1})", goal.Deeper, goal.Number(r))),
    };

    private static Gen<Term> Coalesce(Goal goal) =>
        Make.FromOne(goal, "coalesce", goal.Unit is Measured.Count or Measured.Number ? ["coalesce({0}, {1})", "coalesce({0}, 3)"] : ["coalesce({0}, {1})"], goal.Deeper, goal.Deeper);
}
