using System.Collections.Immutable;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Generator;

/// <summary>The C# file of one module.</summary>
internal sealed record GeneratedModule(string FileName, string Code);

/// <summary>What the files of a project have become. Only texts, so that it compares by content.</summary>
internal sealed record CompiledDefinitions(EquatableArray<GeneratedModule> Modules, EquatableArray<Finding> Findings)
{
    public static CompiledDefinitions Of(EquatableArray<SyntaxTree> trees)
    {
        var program = Compilation.Bind(trees);
        var modules = program.Modules.Where(module => IsSound(module, program, trees)).Select(Generate);
        return new CompiledDefinitions(modules.ToEquatable(), program.Diagnostics.Select(Finding.Of).ToEquatable());
    }

    /// <summary>What groups of files have become together. Where one has a mistake all files are compiled together, so that a remedy can name what is in another group.</summary>
    public static CompiledDefinitions Of(ImmutableArray<CompiledDefinitions> groups, EquatableArray<SyntaxTree> trees)
    {
        if (groups.Length == 1)
            return groups[0];
        return groups.Any(g => g.Findings.Any(f => f.IsError))
            ? Of(trees)
            : new CompiledDefinitions(
                groups.SelectMany(g => g.Modules).OrderBy(m => m.FileName, StringComparer.Ordinal).ToEquatable(),
                groups.SelectMany(g => g.Findings).OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Start).ToEquatable());
    }

    /// <summary>Without a mistake in its files, and without a metric that stands on a mistake elsewhere.</summary>
    private static bool IsSound(ModuleSymbol module, BoundProgram program, EquatableArray<SyntaxTree> trees)
    {
        var files = trees
            .Where(t => string.Equals(t.Module?.Text, module.Name, StringComparison.Ordinal))
            .Select(t => t.Text.Path)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return !program.Diagnostics.Any(d => d.IsError && files.Contains(d.Location.Text.Path)) && module.Metrics.All(m => !m.Unit.IsError);
    }

    private static GeneratedModule Generate(ModuleSymbol module)
    {
        var plan = Planner.Plan(module);
        return new GeneratedModule(new ModuleNames(plan).Calculator + ".g.cs", CSharpEmitter.Emit(plan));
    }
}
