using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Mutation;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>Small mistakes in definitions, one at a time: what is planned otherwise is told.</summary>
public sealed class MutantDiffTests
{
    [Fact]
    public void No_mistake_that_computes_something_else_is_called_the_same()
    {
        var workspace = Workspace.Load("metrics-defs/northwind", Repository.Root);
        var forms = DeclarationForms.Of(workspace.Program, workspace.Trees);
        string plans = Plans(workspace.Program.Modules);
        var told = new List<string>();
        var untold = new List<string>();
        foreach (var mutation in new MutationRunner(workspace, KeyResults.Score).All)
        {
            var trees = workspace.Trees.Select(t => ReferenceEquals(t, mutation.Tree) ? Parser.Parse(mutation.Applied()) : t).ToList();
            var program = Compilation.Bind(trees);
            if (program.HasErrors || trees.Any(t => t.Diagnostics.Any(d => d.IsError)) || Plans(program.Modules) == plans)
                continue;
            var changes = DefinitionDiff.Between(forms, DeclarationForms.Of(program, trees)).Changes;
            (changes.Any(c => c.Kind != ChangeKind.Metadata) ? told : untold).Add($"{mutation.Declaration}: {mutation.Change}");
            // A mistake is in one place: whatever else changes has inherited it.
            changes.Where(c => c.Kind == ChangeKind.Changed).Select(c => c.Form.Name).Distinct().Count().ShouldBeLessThanOrEqualTo(1, mutation.Change);
        }

        untold.ShouldBeEmpty();
        told.Count.ShouldBeGreaterThan(40);
    }

    private static string Plans(IEnumerable<Compiler.Symbols.ModuleSymbol> modules) => string.Join("\n", modules.Where(m => m.Name != "std").Select(ModuleForm.Of));
}
