using System.Numerics;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>How fast this machine reads memory: the sum of more numbers than any cache holds, by two threads, the best of five.</summary>
internal static class Bandwidth
{
    private const int Numbers = 1 << 27;

    /// <summary>Gigabytes (10^9) in a second.</summary>
    public static double GigabytesPerSecond(int threads)
    {
        long[][] parts = [.. Enumerable.Range(0, threads).Select(_ => new long[Numbers / threads * 2])];
        foreach (long[] part in parts)
            part.AsSpan().Fill(1);
        double best = double.MaxValue;
        for (int run = 0; run < 5; run++)
            best = Math.Min(best, Sample.Clocked(() => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Check(Sum(parts[i]), parts[i].Length))));
        return parts.Sum(p => (double)p.Length) * sizeof(long) / (best / 1000) / 1e9;
    }

    private static long Sum(long[] numbers)
    {
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        var (a, b, c, d) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
        for (int i = 0; i + 3 < vectors.Length; i += 4)
            (a, b, c, d) = (a + vectors[i], b + vectors[i + 1], c + vectors[i + 2], d + vectors[i + 3]);
        return Vector.Sum(a + b + c + d);
    }

    private static void Check(long sum, long expected)
    {
        if (sum != expected)
            throw new InvalidOperationException($"The sum of {expected} ones came out as {sum}.");
    }
}
