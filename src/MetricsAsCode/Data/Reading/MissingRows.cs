namespace MetricsAsCode.Data.Reading;

/// <summary>The rows of a growing column whose value is missing. A column without any costs nothing.</summary>
internal struct MissingRows
{
    private ulong[]? _words;

    public void Add(int row)
    {
        int word = row >> 6;
        if (_words is null || word >= _words.Length)
            Array.Resize(ref _words, Math.Max(word + 1, 2 * (_words?.Length ?? 8)));
        _words[word] |= 1UL << row;
    }

    /// <summary>The bitmap of the other rows, or null when none is missing.</summary>
    public readonly Bitmap? ToKnown(int rowCount)
    {
        if (_words is null)
            return null;
        var known = Bitmap.All(rowCount);
        var words = known.Words;
        for (int i = 0; i < Math.Min(words.Length, _words.Length); i++)
            words[i] &= ~_words[i];
        return known;
    }
}
