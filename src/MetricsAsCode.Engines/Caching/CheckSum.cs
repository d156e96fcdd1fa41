using System.Numerics;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.Caching;

/// <summary>CRC-32C (Castagnoli) as processors compute it: finds damage, not intent.</summary>
internal static class CheckSum
{
    /// <summary>The sum of what came before and some more bytes.</summary>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        uint sum = before;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = BitOperations.Crc32C(sum, word);
        foreach (byte rest in bytes[(bytes.Length & ~7)..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }
}
