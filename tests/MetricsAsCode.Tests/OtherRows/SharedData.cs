namespace MetricsAsCode.Tests.OtherRows;

/// <summary>Data that carry no licence to be copied: they lie in <c>shared/data</c> beside or above the repository, or are absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file; null when it is absent.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
