using System.Collections.Immutable;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Scorecards.Comparing;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>Whom a change reaches.</summary>
/// <param name="Scorecards">Those that show something whose numbers may differ, each with what.</param>
/// <param name="KeyResults">Those that are measured by it, each with what.</param>
/// <param name="Broken">Members of the generated calculators that are gone or of another type: C# that names them does not compile any more.</param>
internal sealed record Impact(IReadOnlyList<Reached> Scorecards, IReadOnlyList<Reached> KeyResults, IReadOnlyList<BrokenMember> Broken)
{
    public bool IsEmpty => Scorecards.Count + KeyResults.Count + Broken.Count == 0;

    public static Impact Of(DefinitionDiff diff, DiffSide old, DiffSide @new)
    {
        var affected = diff.Changes.Where(c => c.Form.Kind == DeclarationKind.Metric && (c.DecidesOtherNumbers || c.Kind == ChangeKind.Added)).Select(c => c.New!.Metric!).ToHashSet();
        var scorecards =
            from module in @new.Workspace.Modules
            from scorecard in module.Scorecards
            let shown = ShownMetrics.Of(module, scorecard).Where(affected.Contains).Select(m => m.Name).Distinct().ToImmutableArray()
            where !shown.IsEmpty
            select new Reached(module.Name, scorecard.Name, shown);
        var keyResults =
            from module in @new.Workspace.Modules
            from objective in module.Objectives
            from keyResult in objective.KeyResults
            let measured = keyResult.Metrics.Where(affected.Contains).Select(m => m.Name).Distinct().ToImmutableArray()
            where !measured.IsEmpty
            select new Reached(module.Name, keyResult.Id, measured);
        return new Impact([.. scorecards], [.. keyResults], [.. BrokenMembers(diff, old.Workspace, @new.Workspace)]);
    }

    private static IEnumerable<BrokenMember> BrokenMembers(DefinitionDiff diff, Workspace old, Workspace @new)
    {
        var now = @new.Modules.ToDictionary(m => m.Name, CSharpMembers.Of, StringComparer.Ordinal);
        foreach (var module in old.Modules)
        {
            var after = now.GetValueOrDefault(module.Name, ImmutableSortedDictionary<string, string>.Empty);
            var before = CSharpMembers.Of(module);
            foreach (var (member, type) in before)
            {
                if (!after.TryGetValue(member, out string? other))
                    yield return new BrokenMember(module.Name, member, NewName(diff, module.Name, member, before, after), null, null);
                else if (other != type)
                    yield return new BrokenMember(module.Name, member, null, type, other);
            }
        }
    }

    // A renamed metric's member is called like the metric: the new member that the old one's name leads to, letter by letter.
    private static string? NewName(DefinitionDiff diff, string module, string member, ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after)
    {
        string calculator = member[..(member.IndexOf('.', StringComparison.Ordinal) + 1)];
        var renamed = diff.Changes.FirstOrDefault(c => c.Kind == ChangeKind.Renamed && c.Form.Kind == DeclarationKind.Metric && c.Old!.Module == module && IsCalled(member, calculator, c.Old.Name));
        return renamed is null ? null : after.Keys.FirstOrDefault(m => !before.ContainsKey(m) && IsCalled(m, calculator, renamed.New!.Name));
    }

    private static bool IsCalled(string member, string calculator, string metric) =>
        calculator.Length > 0 && member.StartsWith(calculator, StringComparison.Ordinal)
        && string.Equals(member[calculator.Length..], new string([.. metric.Where(char.IsLetterOrDigit)]), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A scorecard or key result that a change reaches.</summary>
internal sealed record Reached(string Module, string Name, ImmutableArray<string> Metrics);

/// <summary>A member of a calculator that C# can name no more, or that has another type now.</summary>
/// <param name="NewName">What it is called now, if it is only renamed.</param>
internal sealed record BrokenMember(string Module, string Member, string? NewName, string? OldType, string? NewType);
