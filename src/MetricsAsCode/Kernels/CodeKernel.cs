namespace MetricsAsCode.Kernels;

/// <summary>Moves codes of groups and entities along references and between dictionaries.</summary>
internal static class CodeKernel
{
    /// <summary>The code at each linked row; -1 where the link is missing.</summary>
    public static void Gather(ReadOnlySpan<int> codes, ReadOnlySpan<int> link, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = link[i] < 0 ? -1 : codes[link[i]];
    }

    /// <summary>Replaces each code by its meaning, and -1 by the code for missing.</summary>
    public static void Translate(Span<int> codes, int[]? meaning, int missing)
    {
        for (var i = 0; i < codes.Length; i++)
            codes[i] = codes[i] < 0 ? missing : meaning is null ? codes[i] : meaning[codes[i]];
    }

    /// <summary>One slot for each row: code × buckets + bucket; -1 where the row has no code or its bucket is not asked for.</summary>
    /// <param name="buckets">The row's elementary stretch of time, or nothing when all rows are in the first.</param>
    /// <param name="wanted">The bucket asked for in which each elementary stretch lies, -1 for none.</param>
    /// <param name="codes">The row's code, or nothing when all rows have code 0.</param>
    /// <param name="bucketCount">How many buckets are asked for.</param>
    /// <param name="slots">The result.</param>
    public static void Slots(ReadOnlySpan<int> buckets, ReadOnlySpan<int> wanted, ReadOnlySpan<int> codes, int bucketCount, Span<int> slots)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var bucket = buckets.IsEmpty ? 0 : wanted[buckets[i]];
            var code = codes.IsEmpty ? 0 : codes[i];
            slots[i] = bucket < 0 || code < 0 ? -1 : (code * bucketCount) + bucket;
        }
    }
}
