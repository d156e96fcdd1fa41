using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Dates, timestamps and what lies between them.</summary>
internal static class RowTimes
{
    public static readonly Production[] Productions =
    [
        new("time - time", 4, g => Makes(g, ScalarKind.Duration), Between),
        new("time + duration", 2, g => Makes(g, ScalarKind.Timestamp), Shifted),
        new("date(time)", 2, g => Makes(g, ScalarKind.Date), g => Time().SelectMany(kind => Make.From(g, "date(time)", "date({0})", g.Value(kind)))),
        new("hour", 1, g => Makes(g, ScalarKind.Integer), g => Make.From(g, "hour", "hour({0})", g.Value(ScalarKind.Timestamp))),
        new("weekday", 1, g => Makes(g, ScalarKind.Integer), g => Time().SelectMany(kind => Make.From(g, "weekday", "weekday({0})", g.Value(kind)))),
    ];

    public static Gen<ScalarKind> Time() => Gen.Elements(ScalarKind.Timestamp, ScalarKind.Timestamp, ScalarKind.Date);

    private static bool Makes(Goal goal, ScalarKind kind) => goal is { Need: Need.Value, IsLeaf: false } && goal.Kind == kind;

    private static Gen<Term> Between(Goal goal) =>
        from left in Time()
        from right in Time()
        from term in Make.From(goal, $"{left} - {right}", "({0} - {1})", goal.Value(left), goal.Value(right))
        select term;

    private static Gen<Term> Shifted(Goal goal) =>
        from time in Time()
        from text in Gen.Elements("({0} + {1})", "({0} - {1})")
        from term in Make.From(goal, "time + duration", text, goal.Value(time), goal.Value(ScalarKind.Duration))
        select term;
}
