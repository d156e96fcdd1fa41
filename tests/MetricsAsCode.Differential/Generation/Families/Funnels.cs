using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Members of funnels.</summary>
internal static class Funnels
{
    public static readonly Production[] Productions =
    [
        new("funnel count", 15, g => g.IsOf(Measured.Count) && Of(g).Any(), g => Member(g, ["entered", "s0.count"], ["count", "count"])),
        new("funnel rate", 15, g => g.IsOf(Measured.Ratio) && Of(g).Any(), g => Member(g, ["rate", "drop_off", "s0.rate"], ["rate", "step_rate", "drop_off"])),
        new("funnel time", 15, g => g.IsOf(Measured.Duration) && Of(g).Any(), g => Member(g, [], ["time", "mean_time"])),
    ];

    private static IEnumerable<FunnelSpec> Of(Goal goal) => goal.IsOpen ? [] : goal.Schema.Funnels.Where(f => goal.Sources.Any(s => s.Name == f.Entry.Name));

    private static Gen<Term> Member(Goal goal, string[] whole, string[] perStep) =>
        from funnel in Gen.Elements(Of(goal).ToArray())
        from member in Gen.Elements(whole.Concat(Enumerable.Range(1, funnel.Steps - 1).SelectMany(i => perStep.Select(m => $"s{i}.{m}"))).ToArray())
        select Term.Leaf(goal.Sort, $"funnel {member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..]}", $"{funnel.Name}.{member}");
}
