using System.Collections.Immutable;
using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Loading;

/// <summary>The definitions under a path: read, parsed and bound.</summary>
/// <param name="BaseDirectory">The folder that the paths of the texts are relative to.</param>
/// <param name="Root">The folder that was asked for, or that of the file that was.</param>
/// <param name="Trees">The files by path, ordinal.</param>
/// <param name="Program">The bound modules; none when a file could not be read as text.</param>
/// <param name="Diagnostics">Every finding of every file, in order of place.</param>
/// <param name="Unreadable">Files that are not text; nothing is bound then, since every name in them would be missed.</param>
public sealed record Workspace(
    string BaseDirectory,
    string Root,
    ImmutableArray<SyntaxTree> Trees,
    BoundProgram Program,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<FileProblem> Unreadable)
{
    /// <summary>The modules that the files declare, by name; without what ships with the product.</summary>
    public IEnumerable<ModuleSymbol> Modules => Program.Modules
        .Where(m => Trees.Any(t => string.Equals(t.Module?.Text, m.Name, StringComparison.Ordinal)))
        .OrderBy(m => m.Name, StringComparer.Ordinal);

    public bool HasErrors => !Unreadable.IsEmpty || Diagnostics.Any(d => d.IsError);

    /// <summary>Reads every <c>*.metrics</c> file under a path.</summary>
    /// <param name="path">A file or a folder, relative to the base or absolute.</param>
    /// <param name="baseDirectory">An absolute folder; the texts' paths are relative to it, with <c>/</c>.</param>
    /// <exception cref="WorkspaceException">There is nothing at the path, or no definition below it.</exception>
    public static Workspace Load(string path, string baseDirectory)
    {
        var read = DefinitionFiles.Under(path, baseDirectory).Select(f => DefinitionFiles.Read(f, baseDirectory)).ToList();
        return Of(read, DefinitionFiles.FolderOf(path, baseDirectory), baseDirectory);
    }

    /// <summary>The same of files that lie elsewhere, e.g. in another revision. There may be none.</summary>
    /// <param name="files">Each with its path relative to the base, with <c>/</c>.</param>
    /// <param name="root">The full path of the folder that they are of.</param>
    /// <param name="baseDirectory">An absolute folder; what definitions name by relative paths is looked for below it.</param>
    public static Workspace Of(IEnumerable<(string Path, byte[] Content)> files, string root, string baseDirectory) =>
        Of([.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => DefinitionFiles.Decode(f.Path, f.Content))], root, baseDirectory);

    private static Workspace Of(IReadOnlyList<(SourceText? Text, FileProblem? Problem)> read, string root, string baseDirectory)
    {
        var unreadable = read.Where(r => r.Problem is not null).Select(r => r.Problem!).ToImmutableArray();
        var trees = Compilation.Parse([.. read.Select(r => r.Text).OfType<SourceText>()]);
        var program = unreadable.IsEmpty ? Compilation.Bind(trees) : new BoundProgram([], []);
        var findings = new DiagnosticBag();
        findings.AddRange(trees.SelectMany(t => t.Diagnostics));
        findings.AddRange(program.Diagnostics);
        return new Workspace(baseDirectory, root, trees, program, [.. findings.InOrder()], unreadable);
    }

    /// <summary>The same with more findings, in order of place.</summary>
    public Workspace With(IEnumerable<Diagnostic> findings)
    {
        var all = new DiagnosticBag();
        all.AddRange(Diagnostics);
        all.AddRange(findings);
        return this with { Diagnostics = [.. all.InOrder()] };
    }
}
