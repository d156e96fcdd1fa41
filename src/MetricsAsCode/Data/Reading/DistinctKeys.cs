namespace MetricsAsCode.Data.Reading;

// 1. Most files are sorted by their key: then each row stands behind the one before it, and nothing has to be remembered.
// 2. Others have keys that lie close together: a bit each tells whether it was met.
// 3. What is neither is left to RowCodes, which needs two numbers a row and, for sparse keys, a hash table.

/// <summary>Finds out cheaply that no two rows have the same key. When it cannot, they may have or not.</summary>
internal static class DistinctKeys
{
    private const int BlockSize = 4096, MostBitsPerRow = 32;

    /// <summary>Whether all rows surely have different keys, none of them missing in part.</summary>
    public static bool AreSure(IReadOnlyList<Column> keys) => keys.All(k => k.Known is null) && (AreSorted(keys) || AreDense(keys));

    /// <summary>Whether each row is greater than the one before, by the first key column, then the second and so on. Texts compare by their codes.</summary>
    private static bool AreSorted(IReadOnlyList<Column> keys)
    {
        int rowCount = keys[0].Length;
        long[] block = new long[BlockSize + 1];
        bool[] areEqual = new bool[BlockSize];
        for (int first = 1; first < rowCount; first += BlockSize)
        {
            int count = Math.Min(BlockSize, rowCount - first);
            Array.Fill(areEqual, true, 0, count);
            foreach (var key in keys)
            {
                WideValues.Copy(key, first - 1, block.AsSpan(0, count + 1));
                if (!Advance(block.AsSpan(0, count + 1), areEqual))
                    return false;
            }

            if (areEqual.AsSpan(0, count).Contains(true))
                return false;
        }

        return true;
    }

    /// <summary>False when a row that was equal to the one before so far is smaller by this column; those that are greater are equal no more.</summary>
    private static bool Advance(ReadOnlySpan<long> values, Span<bool> areEqual)
    {
        bool isAnySmaller = false;
        for (int row = 1; row < values.Length; row++)
        {
            isAnySmaller |= areEqual[row - 1] & values[row] < values[row - 1];
            areEqual[row - 1] &= values[row] == values[row - 1];
        }

        return !isAnySmaller;
    }

    private static bool AreDense(IReadOnlyList<Column> keys)
    {
        int rowCount = keys[0].Length;
        var extents = new (long Low, ulong Count)[keys.Count];
        UInt128 all = 1;
        for (int i = 0; i < extents.Length; i++)
        {
            extents[i] = ExtentOf(keys[i]);
            all *= extents[i].Count;
            if (all > (ulong)Math.Min(int.MaxValue, rowCount * (long)MostBitsPerRow + BlockSize))
                return false;
        }

        return AreDifferent(keys, extents, new ulong[Bitmap.WordsFor((int)all)]);
    }

    private static bool AreDifferent(IReadOnlyList<Column> keys, (long Low, ulong Count)[] extents, ulong[] met)
    {
        var block = new long[BlockSize];
        var numbers = new ulong[BlockSize];
        for (int first = 0; first < keys[0].Length; first += BlockSize)
        {
            int count = Math.Min(BlockSize, keys[0].Length - first);
            Array.Clear(numbers, 0, count);
            for (int i = 0; i < extents.Length; i++)
            {
                WideValues.Copy(keys[i], first, block.AsSpan(0, count));
                for (int row = 0; row < count; row++)
                    numbers[row] = numbers[row] * extents[i].Count + (ulong)(block[row] - extents[i].Low);
            }

            if (!AreNew(numbers.AsSpan(0, count), met))
                return false;
        }

        return true;
    }

    private static bool AreNew(ReadOnlySpan<ulong> numbers, ulong[] met)
    {
        ulong twice = 0;
        foreach (ulong number in numbers)
        {
            ref ulong word = ref met[number >> 6];
            twice |= word >> (int)number & 1;
            word |= 1UL << (int)number;
        }

        return twice == 0;
    }

    /// <summary>The smallest value and how many there are up to the largest, at most 2^64 - 1.</summary>
    private static (long Low, ulong Count) ExtentOf(Column key)
    {
        var block = new long[BlockSize];
        long low = long.MaxValue, high = long.MinValue;
        for (int first = 0; first < key.Length; first += BlockSize)
        {
            var values = block.AsSpan(0, Math.Min(BlockSize, key.Length - first));
            WideValues.Copy(key, first, values);
            foreach (long value in values)
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low > high ? (0, 1) : (low, Math.Max((ulong)high - (ulong)low, (ulong)high - (ulong)low + 1));
    }
}
