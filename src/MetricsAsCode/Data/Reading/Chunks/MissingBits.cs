namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>The missing rows of a column that several threads read. Which thread adds first does not matter.</summary>
internal sealed class MissingBits(int capacity)
{
    private readonly Lock _creating = new();
    private volatile ulong[]? _words;

    /// <summary>Adds rows, given as bits from a first row on.</summary>
    public void Add(int firstRow, ReadOnlySpan<ulong> bits)
    {
        ulong[] words = _words ?? Create();
        int shift = firstRow & 63, at = firstRow >> 6;
        foreach (ulong word in bits)
        {
            // Batches of two threads meet in one word.
            Or(words, at, word << shift);
            Or(words, at + 1, shift == 0 ? 0 : word >> (64 - shift));
            at++;
        }
    }

    /// <summary>The bitmap of the other rows; null when none is missing.</summary>
    public Bitmap? ToKnown(int rowCount)
    {
        if (_words is not { } missing)
            return null;
        var known = new ulong[Bitmap.WordsFor(rowCount)];
        for (int i = 0; i < known.Length; i++)
            known[i] = ~missing[i];
        return new Bitmap(known, rowCount);
    }

    private static void Or(ulong[] words, int at, ulong bits)
    {
        if (bits != 0)
            Interlocked.Or(ref words[at], bits);
    }

    private ulong[] Create()
    {
        lock (_creating)
            return _words ??= new ulong[Bitmap.WordsFor(capacity)];
    }
}
