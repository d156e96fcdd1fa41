using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Kernels;

/// <summary>Adds members to sets that are bits over their domain.</summary>
internal static class SetKernel
{
    /// <summary>Adds the known codes of the selected rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> codes, Span<ulong> members)
    {
        for (var word = 0; word < hits.Length; word++)
        {
            var bits = hits[word] & known[word];
            if (bits == ulong.MaxValue)
            {
                foreach (var code in codes.Slice(word << 6, 64))
                    members[code >> 6] |= 1UL << code;
                continue;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                var code = codes[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                members[code >> 6] |= 1UL << code;
            }
        }
    }
}
