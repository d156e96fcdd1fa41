using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>AGG(X each day)</c>.</summary>
internal static class PerUnit
{
    public static readonly Production[] Productions =
    [
        new("each", 3, g => g is { Need: Need.Number, IsLeaf: false, IsOpen: false, Unit: not (Measured.Text or Measured.Condition) }, Each),
    ];

    private static Gen<Term> Each(Goal goal) =>
        from unit in Gen.Elements(goal.Unit is Measured.Count or Measured.Number ? [Measured.Count, goal.Unit] : new[] { goal.Unit })
        from call in Gen.Elements(Calls(goal.Unit, unit))
        from grain in Gen.Elements(goal.Sources.Any(s => s.IsMonthly) ? ["month", "quarter"] : new[] { "day", "week", "month", "quarter" })
        from term in Make.From(goal, "each", $"{call}({{0}} each {grain})", goal.Number(unit))
        select term;

    private static string[] Calls(Measured result, Measured unit) => (result, unit) switch
    {
        (Measured.Count, _) => ["sum", "min", "max", "count"],
        (Measured.Number, Measured.Count) => ["avg", "median", "stddev"],
        (Measured.Date or Measured.Timestamp, _) => ["min", "max"],
        _ => ["avg", "sum", "min", "max", "median", "stddev"],
    };
}
