namespace MetricsAsCode.Engines.Caching;

// 1. A file is named by everything that its content depends on, so that it is never stale: nothing has to be cleared, and it may be deleted at any time.
// 2. It is written beside and renamed, so that processes that run at once see it whole or not at all.
// 3. What lies in the folder is believed. So it is the user's own, and one that others may write to is not used.

/// <summary>A folder of the user's own for files that are kept from one run to the next.</summary>
/// <param name="folder">Its full path; it is made when it is needed.</param>
internal sealed class OwnFolder(string folder)
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Whether it is there, and only the user may write to it.</summary>
    public bool IsOwn => Directory.Exists(folder) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == 0);

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Writes a file, unless the folder is not the user's own.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Put(string name, Action<Stream> write)
    {
        Make();
        if (!IsOwn)
            return;
        string temporary = PathOf($".{name}.{Environment.ProcessId}.tmp");
        using (var stream = File.Create(temporary))
            write(stream);
        File.Move(temporary, PathOf(name), overwrite: true);
    }

    /// <summary>Lets the oldest files go until there are few enough. Among them is what a run that was killed has left behind.</summary>
    public void LetGo(int mostFiles, long mostBytes = long.MaxValue)
    {
        long bytes = 0;
        int count = 0;
        foreach (var file in new DirectoryInfo(folder).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc))
        {
            bytes += file.Length;
            if (++count > mostFiles || bytes > mostBytes)
                file.Delete();
        }
    }

    private void Make()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Own);
    }
}
