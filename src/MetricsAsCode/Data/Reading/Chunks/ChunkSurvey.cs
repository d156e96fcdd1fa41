using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>What the chunks behind one must know about it, whichever way it begins.</summary>
/// <param name="Outside">Line ends outside quotes if the chunk begins outside them.</param>
/// <param name="Inside">Line ends outside quotes if it begins inside.</param>
/// <param name="Turns">Whether it ends the other way than it begins.</param>
internal readonly record struct ChunkSurvey(int Outside, int Inside, bool Turns)
{
    /// <summary>Surveys bytes behind which 64 more may be loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ChunkSurvey Of(ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int all = 0, outside = 0;
        ulong inside = 0;
        for (int at = 0; at < bytes.Length; at += ByteMask.Width)
        {
            ulong here = ByteMask.Lowest(bytes.Length - at);
            ref byte block = ref Unsafe.Add(ref first, at);
            ulong lines = ByteMask.Of(ref block, (byte)'\n') & here, quotes = ByteMask.Of(ref block, (byte)'"') & here;
            all += BitOperations.PopCount(lines);
            if (quotes == 0)
            {
                outside += BitOperations.PopCount(lines & ~inside);
                continue;
            }

            ulong quoted = ByteMask.Parity(quotes) ^ inside;
            outside += BitOperations.PopCount(lines & ~quoted);
            inside = (ulong)((long)quoted >> 63);
        }

        return new(outside, all - outside, inside != 0);
    }
}
