using System.Security.Cryptography;
using System.Text;

namespace MetricsAsCode.Engines.Caching;

/// <summary>Names what is made of some inputs.</summary>
internal static class CacheKey
{
    /// <summary>The name: equal only where all inputs are.</summary>
    public static string Of(IEnumerable<string> inputs)
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
}
