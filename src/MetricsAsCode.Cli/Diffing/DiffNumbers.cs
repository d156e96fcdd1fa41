using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Scorecards.Comparing;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Diffing;

// 1. Both versions read the same data, that of the newer side, and end with the same day: the newest in what the newer version reads, unless --as-of names one.
// 2. Only metrics whose formula means something else are read and computed, and the key results that are measured by them or aim elsewhere.
// 3. What cannot be read is no reason not to show the rest: it is said, and the definitions are shown all the same.

/// <summary>Computes what a change of definitions makes of the numbers.</summary>
internal sealed class DiffNumbers(ToolContext tool, DataAccess data, Period? period)
{
    private readonly List<string> notes = [];

    public IReadOnlyList<string> Notes => notes;

    public IReadOnlyList<ComparedNumbers> Of(DefinitionDiff diff, DiffSide old, DiffSide @new)
    {
        var found = new List<ComparedNumbers>();
        foreach (var module in diff.Changes.GroupBy(c => c.Form.Module).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var metrics = module.Where(c => c.Form.Kind == DeclarationKind.Metric && IsComputed(c)).Select(c => new MetricPair(c.Old?.Metric, c.New!.Metric)).ToList();
            var keyResults = module.Where(c => c.Form.Kind == DeclarationKind.KeyResult && c.DecidesOtherNumbers)
                .Select(c => new KeyResultPair((c.Old!.Objective!, c.Old.KeyResult!), (c.New!.Objective!, c.New.KeyResult!))).ToList();
            if (metrics.Count + keyResults.Count > 0)
                found.Add(Of(Module(old, module.Key), Module(@new, module.Key), metrics, keyResults));
        }

        return found;
    }

    private static bool IsComputed(DeclarationChange change) => change.DecidesOtherNumbers || change is { Kind: ChangeKind.Added, New.Within: null };

    private static ModuleSymbol? Module(DiffSide side, string name) => side.Workspace.Modules.FirstOrDefault(m => m.Name == name);

    private ComparedNumbers Of(ModuleSymbol? old, ModuleSymbol? @new, IReadOnlyList<MetricPair> metrics, IReadOnlyList<KeyResultPair> keyResults)
    {
        var now = Open(data, @new, metrics.Select(m => m.New), keyResults.Select(k => k.New.KeyResult), "new");
        // Without the newer side nothing says how far the data reach, and there is nothing to compare with.
        if (now is null)
            return new ComparedNumbers(null, [], []);
        var upTo = now.Engine.AsOf is { } asOf ? data with { LastDay = now.Engine.Calendar.LastDayBefore(asOf) } : data;
        var before = Open(upTo, old, metrics.Select(m => m.Old), keyResults.Select(k => k.Old.KeyResult), "old");
        var compared = NumberComparison.Of(before, now, metrics, keyResults, period, tool.Stop);
        notes.Add(compared.AsOf is { } day ? $"{now.Module.Name} as of {day}" : $"{now.Module.Name} has no dated row");
        return compared;
    }

    private ComparedSide? Open(DataAccess access, ModuleSymbol? module, IEnumerable<MetricSymbol?> metrics, IEnumerable<KeyResultSymbol> keyResults, string side)
    {
        var asked = metrics.OfType<MetricSymbol>().Concat(keyResults.SelectMany(k => k.Metrics)).Distinct().ToList();
        if (module is null || asked.Count == 0)
            return null;
        try
        {
            return new ComparedSide(module, access.Open(module, asked, [], tool.Stop).Engine);
        }
        catch (DataException e)
        {
            string first = tool.Shown(e).Message.Split('\n')[0];
            notes.Add($"the {side} numbers of {module.Name} are not computed, because the data cannot be read: {first}");
            return null;
        }
    }
}
