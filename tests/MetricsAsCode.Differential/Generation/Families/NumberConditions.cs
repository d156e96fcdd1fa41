using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Conditions on numbers per period.</summary>
internal static class NumberConditions
{
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    public static readonly Production[] Productions =
    [
        new("comparison", 5, g => g.IsOf(Measured.Condition), Comparison),
        new("comparison with a constant", 5, g => g.IsOf(Measured.Condition), WithConstant),
        new("and or not", 3, g => g.IsOf(Measured.Condition) && !g.IsLeaf, g => Make.FromOne(g, "and or not", ["({0} and {1})", "({0} or {1})", "(not {0})"], g.Deeper, g.Deeper)),
        new("number is missing", 3, g => g.IsOf(Measured.Condition), g => Gen.Elements(Measured.Number, Measured.Money, Measured.Duration, Measured.Text).SelectMany(u => Make.FromOne(g, "number is missing", ["({0} is missing)", "({0} is known)"], g.Number(u)))),
        new("text per period", 2, g => g.IsOf(Measured.Condition), OfText),
        new("number in a range", 1, g => g.IsOf(Measured.Condition), g => Make.FromOne(g, "number in a range", ["({0} in 1..5)", "({0} in [0, 1, 2, 4])"], g.Number(Measured.Count))),
    ];

    private static Gen<Term> Comparison(Goal goal) =>
        from unit in Gen.Elements(Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration, Measured.Date, Measured.Timestamp)
        from sign in Gen.Elements(Comparisons)
        from term in Make.From(goal, "comparison", $"({{0}} {sign} {{1}})", goal.Number(unit), goal.Number(unit))
        select term;

    private static Gen<Term> WithConstant(Goal goal) =>
        from unit in Gen.Elements(Measured.Count, Measured.Number, Measured.Ratio, Measured.Money, Measured.Duration)
        from sign in Gen.Elements(Comparisons)
        from constant in Gen.Elements(unit switch
        {
            Measured.Ratio => ["50%", "0%", "100%"],
            Measured.Money => [$"10 {goal.Schema.Product.Money}", "0"],
            Measured.Duration => ["1 day", "0 days", "90 seconds"],
            Measured.Number => ["0", "1.5", "3"],
            _ => new[] { "0", "1", "2", "3" },
        })
        from term in Make.From(goal, "comparison with a constant", $"({{0}} {sign} {constant})", goal.Number(unit))
        select term;

    private static Gen<Term> OfText(Goal goal) =>
        from text in Cells.Text
        from other in Cells.Text
        from form in Gen.Elements("({0} = {1})", "({0} != {1})", "({0} in [{1}, {2}])")
        from operand in Grammar.Of(goal.Number(Measured.Text))
        select Term.Of(goal.Sort, "text per period", form, operand, Term.Leaf("word", "word", Texts.Quote(text)), Term.Leaf("word", "word", Texts.Quote(other)));
}
