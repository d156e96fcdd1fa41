using System.Security.Cryptography;
using System.Text;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>SHA-256 over a head and its parts, as hexadecimal digits. Each part is preceded by its length, so that no two lists of parts run together.</summary>
internal static class Digest
{
    private const string Digits = "0123456789abcdef";

    public static string Of(string head, params string?[] parts) => Of(head, (IEnumerable<string?>)parts);

    public static string Of(string head, IEnumerable<string?> parts)
    {
        var text = new StringBuilder(head);
        foreach (string? part in parts)
        {
            text.Append('\n').Append(part is null ? "-" : part.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The same for every order of the parts, each counted once.</summary>
    public static string OfSet(string head, IEnumerable<string> parts) => Of(head, parts.Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal));

    private static string Hex(byte[] bytes)
    {
        var hex = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            hex[2 * i] = Digits[bytes[i] >> 4];
            hex[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(hex);
    }
}
