using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>One of the two sides: its definitions, compiled, and what it is called.</summary>
/// <param name="Name">As the user named it, e.g. <c>origin/main</c>, or <c>the working tree</c>.</param>
/// <param name="Commit">The full name of its commit; null for files on disk.</param>
internal sealed record DiffSide(string Name, string? Commit, Workspace Workspace, DeclarationForms Forms)
{
    /// <summary>E.g. <c>origin/main (6a1c3f0)</c>.</summary>
    public string Title => Commit is { } commit && !commit.StartsWith(Name, StringComparison.Ordinal) ? $"{Name} ({commit[..7]})" : Name;
}

/// <summary>Reads and compiles sides.</summary>
internal static class DiffSides
{
    /// <summary>A folder or file on disk.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="path">Relative to <paramref name="folder"/>.</param>
    /// <param name="folder">What paths in definitions are compared and shown relative to.</param>
    public static DiffSide OnDisk(ToolContext tool, string name, string path, string folder)
    {
        var workspace = Workspace.Load(path, folder);
        if (workspace.HasErrors)
            throw Mistaken(tool, name, folder == tool.CurrentDirectory ? workspace : Workspace.Load(Path.GetFullPath(path, folder), tool.CurrentDirectory));
        return new DiffSide(name, null, workspace, DeclarationForms.Of(workspace.Program, workspace.Trees, (file, template) => OnDisk(workspace.Root, Path.GetFullPath(file, folder), template)));
    }

    /// <summary>A revision. It may have no definitions at all: then all are new, or gone.</summary>
    public static DiffSide InGit(ToolContext tool, GitRepository repository, string name, string commit, string path)
    {
        string relative = Path.GetRelativePath(tool.CurrentDirectory, tool.Full(path));
        string top = repository.FromTop(relative);
        var all = repository.Files(commit, top);
        var files = all.Where(f => f.Path.EndsWith(".metrics", StringComparison.Ordinal)).ToList();
        var shown = files.Select(f => Shown(repository, f.Path)).ToList();
        string full = tool.Full(path);
        var workspace = Workspace.Of(shown.Zip(repository.Read(files)), path.EndsWith(".metrics", StringComparison.Ordinal) ? Path.GetDirectoryName(full)! : full, tool.CurrentDirectory);
        if (workspace.HasErrors)
            throw Mistaken(tool, name, workspace);
        return new DiffSide(name, commit, workspace, DeclarationForms.Of(workspace.Program, workspace.Trees, (file, template) => InGit(repository, all, file, template)));
    }

    private static ToolException Mistaken(ToolContext tool, string name, Workspace workspace)
    {
        DefinitionsReport.Print(workspace, tool.Console);
        return new ToolException(ExitCode.Findings, $"the definitions of {name} have mistakes, so nothing was compared. Mend them first.");
    }

    private static string Shown(GitRepository repository, string fromTop) =>
        Path.GetRelativePath($"/{repository.Prefix}", $"/{fromTop}").Replace('\\', '/');

    // A template that is not there, or elsewhere, is told by its name alone, as it is of a revision.
    private static string? OnDisk(string root, string file, string template)
    {
        string full = Path.GetFullPath(template, Path.GetDirectoryName(file)!);
        return new DataRoots(root).Hold(full) && File.Exists(full) ? File.ReadAllText(full) : null;
    }

    private static string? InGit(GitRepository repository, IReadOnlyList<GitFile> all, string file, string template)
    {
        string[] parts = file.Split('/');
        string? path = null;
        try
        {
            path = repository.FromTop(string.Join('/', parts[..^1].Append(template)));
        }
        catch (ToolException)
        {
            // Outside of the repository no revision has it.
        }

        var found = all.FirstOrDefault(f => f.Path == path);
        return found is null ? null : System.Text.Encoding.UTF8.GetString(repository.Read([found])[0]);
    }
}
