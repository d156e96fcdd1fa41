using System.Security.Cryptography;
using MetricsAsCode.Engines.Caching;

namespace MetricsAsCode.Engines.Compiled;

/// <summary>
/// Compiled calculators, kept from one run to the next. A file begins with the hash of what follows: what is cut off or damaged is no hit.
/// Where the folder cannot be read or written, there simply are none.
/// </summary>
/// <param name="folder">The full path of a folder of the user's own; it is made when it is needed.</param>
public sealed class AssemblyCache(string folder)
{
    private const int MostFiles = 64;
    private readonly OwnFolder files = new(folder);

    /// <summary>The name of what is made of some inputs: equal only where all of them are.</summary>
    public static string KeyOf(IEnumerable<string> inputs) => CacheKey.Of(inputs);

    /// <summary>The assembly, or null when it is not there.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            if (!files.IsOwn)
                return null;
            byte[] file = File.ReadAllBytes(files.PathOf(NameOf(key)));
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
            files.Put(NameOf(key), stream =>
            {
                stream.Write(SHA256.HashData(assembly));
                stream.Write(assembly);
            });
            if (files.IsOwn)
                files.LetGo(MostFiles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run compiles again.
        }
    }

    private static string NameOf(string key) => key + ".bin";
}
