using System.Globalization;
using System.Text;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>A file of a revision: its path from the top of the repository, and the object that holds it.</summary>
internal sealed record GitFile(string Path, string Object);

/// <summary>Reads revisions through git itself. Nothing is checked out, nothing written.</summary>
/// <param name="prefix">The folder that the tool runs in, from the top of the repository: empty, or ending with <c>/</c>.</param>
internal sealed class GitRepository(string folder, string prefix, CancellationToken stop)
{
    public string Prefix { get; } = prefix;

    /// <exception cref="ToolException">There is no git, or the folder is in no repository.</exception>
    public static GitRepository At(string folder, CancellationToken stop)
    {
        var (code, output, error) = GitCommand.Run(folder, ["rev-parse", "--show-prefix"], null, stop);
        if (code == 0)
            return new GitRepository(folder, Text(output), stop);
        throw ToolException.Usage(error.Contains("not a git repository", StringComparison.Ordinal)
            ? "The current folder is in no git repository. Run it in one, or compare two folders: metrics diff --old FOLDER --new FOLDER."
            : $"git does not read this repository: {FirstLine(error)}");
    }

    /// <summary>The full name of the commit that a revision means; null when it means none.</summary>
    public string? Find(string revision)
    {
        var (code, output, _) = GitCommand.Run(folder, ["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], null, stop);
        return code == 0 ? Text(output) : null;
    }

    /// <exception cref="ToolException">The revision is none.</exception>
    public string Commit(string revision)
    {
        if (revision.StartsWith('-') || revision.Length == 0)
            throw ToolException.Usage($"`{revision}` is no revision. Name a branch, a tag or a commit, e.g. metrics diff origin/main HEAD.");
        return Find(revision)
            ?? throw ToolException.Usage($"git knows no revision `{revision}`. Is it fetched? `git fetch origin` gets branches of the server; a shallow clone has few (`fetch-depth: 0` gets all).");
    }

    /// <summary>The last commit that two have in common; null when they have none.</summary>
    public string? MergeBase(string one, string other)
    {
        var (code, output, _) = GitCommand.Run(folder, ["merge-base", one, other], null, stop);
        return code == 0 ? Text(output) : null;
    }

    /// <summary>The ordinary files of a commit below a path from the top, or the one that it names. Links are left out.</summary>
    public IReadOnlyList<GitFile> Files(string commit, string path)
    {
        string[] where = path.Length == 0 ? [] : ["--", path];
        var output = Ask(["ls-tree", "-r", "-z", "--full-tree", commit, .. where], null);
        var files = new List<GitFile>();
        foreach (string entry in Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // "100644 blob 6a1c…\tpath"
            int tab = entry.IndexOf('\t', StringComparison.Ordinal);
            string[] about = entry[..tab].Split(' ');
            if (about[1] == "blob" && about[0].StartsWith("100", StringComparison.Ordinal))
                files.Add(new GitFile(entry[(tab + 1)..], about[2]));
        }

        return files;
    }

    /// <summary>What files hold, in their order.</summary>
    public IReadOnlyList<byte[]> Read(IReadOnlyCollection<GitFile> files)
    {
        if (files.Count == 0)
            return [];
        var output = Ask(["cat-file", "--batch"], Encoding.ASCII.GetBytes(string.Concat(files.Select(f => f.Object + "\n"))));
        var contents = new List<byte[]>(files.Count);
        int at = 0;
        foreach (var file in files)
        {
            // "6a1c… blob 123\n", the bytes, "\n"
            int end = Array.IndexOf(output, (byte)'\n', at);
            string[] head = end < 0 ? [] : Encoding.ASCII.GetString(output, at, end - at).Split(' ');
            if (head.Length != 3 || !int.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out int length))
                throw ToolException.Usage($"git does not give `{file.Path}`. Is the clone complete? `git fsck` says what is missing.");
            contents.Add(output.AsSpan(end + 1, length).ToArray());
            at = end + 1 + length + 1;
        }

        return contents;
    }

    /// <summary>A path relative to the current folder as one from the top of the repository.</summary>
    /// <exception cref="ToolException">It leads out of the repository.</exception>
    public string FromTop(string relative)
    {
        var parts = Prefix.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (string part in relative.Replace('\\', '/').Split('/').Where(p => p is not ("" or ".")))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                throw ToolException.Usage($"`{relative}` lies outside the repository. Name a folder in it with --path, or compare two folders: --old FOLDER --new FOLDER.");
        }

        return string.Join('/', parts);
    }

    private byte[] Ask(IEnumerable<string> arguments, byte[]? input)
    {
        var (code, output, error) = GitCommand.Run(folder, arguments, input, stop);
        return code == 0 ? output : throw ToolException.Usage($"git does not read this repository: {FirstLine(error)}");
    }

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).TrimEnd('\n', '\r');

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('.', '\r') + ".";
}
