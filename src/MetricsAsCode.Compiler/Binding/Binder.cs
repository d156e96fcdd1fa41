using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>Syntax in, bound program out. Modules are bound in the order of their names, so the order of the files does not matter.</summary>
internal static class Binder
{
    public static BoundProgram Bind(ImmutableArray<SyntaxTree> trees)
    {
        var session = new BindingSession();
        session.Findings.AddRange(trees.SelectMany(t => t.Diagnostics));
        var modules = trees
            .Add(StandardLibrary.Tree)
            .Where(t => t.Module is { IsMissing: false })
            .GroupBy(t => t.Module!.Text, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ModuleBinder(g.Key, [.. g.OrderBy(t => t.Text.Path, StringComparer.Ordinal)], session))
            .ToArray();

        // Each step needs the one before of all modules, since modules refer to each other.
        Action<ModuleBinder>[] steps =
        [
            m => m.Declare(),
            m => m.TakeCurrency(modules),
            m => m.BindColumns(),
            m => m.BindReferences(),
            m => m.BindTimes(),
            m => m.BindTables(),
            m => m.BindSamples(),
            m => m.BindDefinitions(),
            m => m.BindObjectives(),
            m => m.BindReports(),
        ];
        foreach (var step in steps)
        {
            Array.ForEach(modules, m => step(m));
        }

        var bound = modules.Where(m => m.Name != ModuleNames.Library).Select(m => m.Result()).ToImmutableArray();
        Array.ForEach(modules, m => m.ReportUnused());
        return new BoundProgram(bound, [.. session.Findings.InOrder()])
        {
            Uses = [.. session.Uses.OrderBy(u => u.User, StringComparer.Ordinal).ThenBy(u => u.Used, StringComparer.Ordinal)],
        };
    }
}
