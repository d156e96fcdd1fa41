using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>at start</c> and <c>at end</c> of rows with a lifetime, behind rows, sets and numbers.</summary>
internal static class States
{
    private static readonly string[] Instants = [" at end", " at start"];

    public static readonly Production[] Productions =
    [
        new("number at", 6, g => g is { Need: Need.Number, Unit: not Measured.Condition } && Opens(g), g => Behind(g, "number at")),
        new("set at", 5, g => g.Need == Need.Set && Opens(g) && Grammar.CanMake(Open(g)), g => Behind(g, "set at")),
        new("rows at", 5, g => g.Need == Need.Rows && g.Source!.Lifetime is not null && !g.IsSteady && Opens(g), g => Behind(g, "rows at")),
    ];

    /// <summary>What stands behind rows of a source, so that it is clear at which time they are read; nothing where that is clear or left open.</summary>
    public static Gen<string> Of(Goal goal, SourceSpec source)
    {
        if (source.Lifetime is not { } life || goal.IsOpen)
            return Gen.Constant("");
        string dated = $" dated {life.From}", ended = $" dated {life.To}";
        return goal.IsSteady ? source.IsState ? Gen.Elements(dated, dated, ended) : Gen.Constant("")
            : Gen.Frequency((4, Gen.Elements(Instants)), (1, Gen.Elements(dated, ended)), (source.IsState ? 0 : 3, Gen.Constant("")));
    }

    /// <summary>An instant behind a number or a set of rows of one source; nothing where the rows have a time or it is left open.</summary>
    public static Gen<string> InstantOf(Goal goal, SourceSpec source) =>
        source.Lifetime is null || goal.IsOpen || (goal.IsSteady && !source.IsState) ? Gen.Constant("")
        : Gen.Frequency((4, Gen.Elements(Instants)), (source.IsState ? 0 : 3, Gen.Constant("")));

    private static bool Opens(Goal goal) => goal is { IsOpen: false, IsLeaf: false } && (goal.Need == Need.Rows || goal.Sources.Any(s => s.Lifetime is not null));

    private static Goal Open(Goal goal) => goal.Deeper with { IsOpen = true, Sources = [.. goal.Sources.Where(s => s.Lifetime is not null)] };

    private static Gen<Term> Behind(Goal goal, string production) => Make.FromOne(goal, production, [.. Instants.Select(i => $"({{0}}{i})")], Open(goal));
}
