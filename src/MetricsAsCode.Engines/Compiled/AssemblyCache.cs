using System.Security.Cryptography;
using System.Text;

namespace MetricsAsCode.Engines.Compiled;

// 1. A file is named by everything that its content depends on, so that it is never stale: nothing has to be cleared, and it may be deleted at any time.
// 2. It begins with the hash of what follows: what is cut off or damaged is no hit.
// 3. It is written beside and renamed, so that processes that run at once see it whole or not at all.
// 4. What lies in it is run. So the folder is the user's own, and one that others may write to is not used.

/// <summary>Compiled calculators, kept from one run to the next. Where the folder cannot be read or written, there simply are none.</summary>
/// <param name="folder">The full path of a folder of the user's own; it is made when it is needed.</param>
public sealed class AssemblyCache(string folder)
{
    private const int MostFiles = 64;
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The name of what is made of some inputs: equal only where all of them are.</summary>
    public static string KeyOf(IEnumerable<string> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string input in inputs)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(input);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The assembly, or null when it is not there.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            if (!IsOwn())
                return null;
            byte[] file = File.ReadAllBytes(PathOf(key));
            var content = file.AsSpan(Math.Min(SHA256.HashSizeInBytes, file.Length));
            return file.AsSpan().StartsWith(SHA256.HashData(content)) ? content.ToArray() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an assembly for later runs, and lets the oldest go when there are many.</summary>
    public void Keep(string key, byte[] assembly)
    {
        try
        {
            MakeFolder();
            if (!IsOwn())
                return;
            string temporary = Path.Combine(folder, $".{key}.{Environment.ProcessId}.tmp");
            File.WriteAllBytes(temporary, [.. SHA256.HashData(assembly), .. assembly]);
            File.Move(temporary, PathOf(key), overwrite: true);
            LetGo();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run compiles again.
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Own);
    }

    private bool IsOwn() => Directory.Exists(folder) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == 0);

    // Also what a run that was killed has left behind.
    private void LetGo()
    {
        foreach (var file in new DirectoryInfo(folder).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostFiles))
            file.Delete();
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".bin");
}
