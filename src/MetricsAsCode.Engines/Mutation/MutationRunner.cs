using System.Collections.Immutable;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Testing;

namespace MetricsAsCode.Engines.Mutation;

// 1. A mutant is the text of one file with one change, read and bound like any other: what the compiler refuses no test needs to find.
// 2. One whose plans, units and targets are those of the original means the same, whatever its spelling.
// 3. The tests of its own module run first, those that name the changed declaration before the others; then those of modules that it reaches.

/// <summary>Changes definitions one by one and finds out whether a test notices.</summary>
/// <param name="workspace">Definitions without errors, whose tests pass.</param>
/// <param name="scorer">What scores key results.</param>
public sealed class MutationRunner(Workspace workspace, KeyResultScorer scorer)
{
    private readonly ImmutableDictionary<string, string> forms = workspace.Modules.ToImmutableDictionary(m => m.Name, ModuleForm.Of, StringComparer.Ordinal);

    /// <summary>Every change to the definitions, by file and place.</summary>
    public IEnumerable<Mutation> All => workspace.Trees.SelectMany(Mutations.Of);

    /// <summary>Makes one change and runs the tests until one fails.</summary>
    public MutantOutcome Judge(Mutation mutation, CancellationToken cancellation = default)
    {
        var changed = Parser.Parse(mutation.Applied());
        if (changed.Diagnostics.FirstOrDefault(d => d.IsError) is { } unread)
            return new MutantOutcome(mutation, MutantFate.Refused, unread.Message);
        var program = Compilation.Bind(workspace.Trees.Select(t => ReferenceEquals(t, mutation.Tree) ? changed : t));
        if (program.Diagnostics.FirstOrDefault(d => d.IsError) is { } refused)
            return new MutantOutcome(mutation, MutantFate.Refused, refused.Message);

        bool isSame = true;
        foreach (var module in Modules(program, mutation.Module))
        {
            cancellation.ThrowIfCancellationRequested();
            if (string.Equals(ModuleForm.Of(module), forms[module.Name], StringComparison.Ordinal))
                continue;
            isSame = false;
            if (FirstFailure(module, mutation, cancellation) is { } failed)
                return new MutantOutcome(mutation, MutantFate.Killed, failed.Label);
        }

        return new MutantOutcome(mutation, isSame ? MutantFate.Same : MutantFate.Survived);
    }

    private IEnumerable<ModuleSymbol> Modules(BoundProgram program, string first) =>
        forms.Keys.OrderBy(name => !string.Equals(name, first, StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal).Select(name => program.Module(name)!);

    private TestSymbol? FirstFailure(ModuleSymbol module, Mutation mutation, CancellationToken cancellation)
    {
        if (module.Tests.IsEmpty)
            return null;
        using var runner = new TestRunner(module, EngineKind.Reference, scorer);
        return module.Tests.OrderBy(t => !Names(t, mutation.Declaration)).FirstOrDefault(t => !runner.Run(t, cancellation).HasPassed);
    }

    private static bool Names(TestSymbol test, string declaration) =>
        test.Expectations.Any(e => string.Equals(e.Metric?.Name ?? e.KeyResult?.Id, declaration, StringComparison.Ordinal));
}
