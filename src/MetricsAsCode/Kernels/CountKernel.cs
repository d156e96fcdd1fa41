using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Kernels;

/// <summary>Counts how often values occur.</summary>
internal static class CountKernel
{
    /// <summary>Adds the known values of the selected rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<uint> values, Span<int> counts)
    {
        for (var word = 0; word < hits.Length; word++)
        {
            var bits = hits[word] & known[word];
            if (bits == ulong.MaxValue)
            {
                foreach (var value in values.Slice(word << 6, 64))
                    counts[(int)value]++;
                continue;
            }

            for (; bits != 0; bits &= bits - 1)
                counts[(int)values[(word << 6) + BitOperations.TrailingZeroCount(bits)]]++;
        }
    }
}
