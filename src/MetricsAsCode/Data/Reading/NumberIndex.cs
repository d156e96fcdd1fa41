namespace MetricsAsCode.Data.Reading;

/// <summary>Codes for whole numbers, counted from the smallest when they lie close together, else from a hash table.</summary>
internal sealed class NumberIndex
{
    private readonly long _low;
    private readonly Dictionary<long, int>? _codes;

    private NumberIndex(long low, int count, Dictionary<long, int>? codes)
    {
        _low = low;
        Count = count;
        _codes = codes;
    }

    /// <summary>One more than the largest code.</summary>
    public int Count { get; }

    public static NumberIndex Of(ReadOnlySpan<long> values, Bitmap? known)
    {
        long low = long.MaxValue, high = long.MinValue;
        for (int row = 0; row < values.Length; row++)
        {
            if (known is null || known[row])
                (low, high) = (Math.Min(low, values[row]), Math.Max(high, values[row]));
        }

        if (low > high)
            return new NumberIndex(0, 0, null);
        ulong distance = (ulong)high - (ulong)low;
        return distance < (ulong)Math.Min(Array.MaxLength, values.Length * 4L + 1024)
            ? new NumberIndex(low, (int)distance + 1, null)
            : Hashed(values, known);
    }

    /// <summary>The code of a number, -1 when it can be none of those counted.</summary>
    public int CodeOf(long value) => _codes is not null
        ? _codes.GetValueOrDefault(value, -1)
        : (ulong)value - (ulong)_low < (ulong)Count ? (int)(value - _low) : -1;

    private static NumberIndex Hashed(ReadOnlySpan<long> values, Bitmap? known)
    {
        var codes = new Dictionary<long, int>(values.Length);
        for (int row = 0; row < values.Length; row++)
        {
            if (known is null || known[row])
                codes.TryAdd(values[row], codes.Count);
        }

        return new NumberIndex(0, codes.Count, codes);
    }
}
