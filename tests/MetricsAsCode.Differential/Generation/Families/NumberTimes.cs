using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Times and texts per period: what rows do with theirs, done with those of metrics.</summary>
internal static class NumberTimes
{
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    public static readonly Production[] Productions =
    [
        new("as_of per period", 1, g => Is(g, Measured.Timestamp) && !g.IsOpen, g => Gen.Constant(Term.Leaf(g.Sort, "as_of per period", "as_of"))),
        new("time + duration per period", 2, g => Is(g, Measured.Timestamp), g => Time().SelectMany(t => Make.FromOne(g, "time + duration per period", ["({0} + {1})", "({0} - {1})"], g.Number(t), g.Number(Measured.Duration)))),
        new("timestamp - date per period", 1, g => Is(g, Measured.Duration), g => Make.FromOne(g, "timestamp - date per period", ["({0} - {1})", "({1} - {0})"], g.Number(Measured.Timestamp), g.Number(Measured.Date))),
        new("extremes of times per period", 1, g => Is(g, Measured.Timestamp) || Is(g, Measured.Date), g => Make.FromOne(g, "extremes of times per period", ["min({0}, {1})", "max({0}, {1})"], g.Deeper, g.Deeper)),
        new("date(time) per period", 1, g => Is(g, Measured.Date), g => Time().SelectMany(t => Make.From(g, "date(time) per period", "date({0})", g.Number(t)))),
        new("hour per period", 1, g => Is(g, Measured.Count), g => Make.From(g, "hour per period", "hour({0})", g.Number(Measured.Timestamp))),
        new("weekday per period", 1, g => Is(g, Measured.Count), g => Time().SelectMany(t => Make.From(g, "weekday per period", "weekday({0})", g.Number(t)))),
        new("timestamp and date per period", 2, g => Is(g, Measured.Condition), g => Gen.Elements(Comparisons).SelectMany(sign => Make.From(g, "timestamp and date per period", $"({{0}} {sign} {{1}})", g.Number(Measured.Timestamp), g.Number(Measured.Date)))),
        new("time and a day per period", 2, g => Is(g, Measured.Condition), WithDay),
        new("texts per period", 1, g => Is(g, Measured.Condition), g => Gen.Elements(Comparisons).SelectMany(sign => Make.From(g, "texts per period", $"({{0}} {sign} {{1}})", g.Number(Measured.Text), g.Number(Measured.Text)))),
        new("parts of texts per period", 1, g => Is(g, Measured.Condition), g => Make.FromOne(g, "parts of texts per period", ["contains({0}, {1})", "starts_with({0}, {1})", "ends_with({0}, {1})"], g.Number(Measured.Text), g.Number(Measured.Text))),
        new("lower per period", 1, g => Is(g, Measured.Text), g => Make.From(g, "lower per period", "lower({0})", g.Deeper)),
        new("if of texts per period", 1, g => Is(g, Measured.Text), g => Make.From(g, "if of texts per period", "(if {0} then {1} else {2})", g.Number(Measured.Condition), g.Deeper, g.Deeper)),
        new("text per period or a constant", 1, g => Is(g, Measured.Text), OrConstant),
    ];

    private static bool Is(Goal goal, Measured unit) => goal is { Need: Need.Number, IsLeaf: false } && goal.Unit == unit;

    private static Gen<Measured> Time() => Gen.Elements(Measured.Timestamp, Measured.Timestamp, Measured.Date);

    private static Gen<Term> WithDay(Goal goal) =>
        from time in Time()
        from sign in Gen.Elements(Comparisons)
        from day in Gen.Elements("2024-02-29", "2024-03-31", "2023-12-31")
        from term in Make.From(goal, "time and a day per period", $"({{0}} {sign} {day})", goal.Number(time))
        select term;

    private static Gen<Term> OrConstant(Goal goal) =>
        from text in Cells.Text
        from operand in Grammar.Of(goal.Deeper)
        select Term.Of(goal.Sort, "text per period or a constant", "coalesce({0}, {1})", operand, Term.Leaf("word", "word", Texts.Quote(text)));
}
