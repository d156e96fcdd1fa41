using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Members of cohorts.</summary>
internal static class Cohorts
{
    public static readonly Production[] Productions =
    [
        new("cohort size", 15, g => g.IsOf(Measured.Count) && Of(g).Any(), g => Gen.Elements(Of(g).ToArray()).Select(c => Term.Leaf(g.Sort, "cohort size", $"{c.Name}.size"))),
        new("cohort retained", 40, g => g.IsOf(Measured.Ratio) && Of(g).Any(), Retained),
    ];

    private static IEnumerable<CohortSpec> Of(Goal goal) => goal.IsOpen ? [] : goal.Schema.Cohorts.Where(c => goal.Sources.Any(s => s.Name == c.Starts.Name));

    private static Gen<Term> Retained(Goal goal) =>
        from cohort in Gen.Elements(Of(goal).ToArray())
        from unit in Gen.Elements("day", "week", "month")
        from offset in Gen.Frequency((3, Gen.Choose(0, 2)), (2, Gen.Choose(0, 12)), (1, Gen.Choose(0, unit == "day" ? 200 : 30)))
        from more in Gen.Choose(0, unit == "day" ? 60 : 4)
        from form in Gen.Elements($"{unit} {offset}", $"{unit}s {offset}..{offset + more}", $"{unit}s {offset}..")
        select Term.Leaf(goal.Sort, $"cohort retained {unit}{(form.EndsWith("..", StringComparison.Ordinal) ? "s n.." : "s")}", $"{cohort.Name}.retained({form})");
}
