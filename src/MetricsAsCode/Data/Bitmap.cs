using System.Numerics;

namespace MetricsAsCode.Data;

/// <summary>
/// One bit per row, 64 rows to a word, row 0 in the lowest bit of word 0. Bits past <see cref="Length"/> are always zero,
/// so that counting and combining never look at the length. Instance operations work in place, static ones allocate.
/// </summary>
public sealed class Bitmap
{
    private readonly ulong[] _words;

    /// <summary>A bitmap of <paramref name="length"/> rows, all of them zero.</summary>
    public Bitmap(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _words = new ulong[WordsFor(length)];
    }

    /// <summary>Takes over words as they are; bits past <paramref name="length"/> are cleared.</summary>
    /// <exception cref="ArgumentException">There are not exactly as many words as the length needs.</exception>
    public Bitmap(ulong[] words, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (words.Length != WordsFor(length))
            throw new ArgumentException($"{length} rows need {WordsFor(length)} words, {words.Length} were given.", nameof(words));
        Length = length;
        _words = words;
        ClearTail();
    }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>The bits. Who writes whole words calls <see cref="ClearTail"/> afterwards.</summary>
    public Span<ulong> Words => _words;

    /// <summary>The bit of one row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The row is not in 0 .. Length-1.</exception>
    public bool this[int row]
    {
        get
        {
            CheckRow(row);
            return (_words[row >> 6] >> row & 1) != 0;
        }
        set
        {
            CheckRow(row);
            if (value)
                _words[row >> 6] |= 1UL << row;
            else
                _words[row >> 6] &= ~(1UL << row);
        }
    }

    /// <summary>A bitmap with every row set.</summary>
    public static Bitmap All(int length)
    {
        var all = new Bitmap(length);
        all.Words.Fill(ulong.MaxValue);
        all.ClearTail();
        return all;
    }

    /// <summary>The number of words that hold <paramref name="length"/> bits.</summary>
    public static int WordsFor(int length) => (int)(((long)length + 63) >> 6);

    /// <summary>Rows set in both.</summary>
    public static Bitmap And(Bitmap left, Bitmap right)
    {
        var result = left.Copy();
        result.And(right);
        return result;
    }

    /// <summary>Rows set in either.</summary>
    public static Bitmap Or(Bitmap left, Bitmap right)
    {
        var result = left.Copy();
        result.Or(right);
        return result;
    }

    /// <summary>Rows set in <paramref name="left"/> and not in <paramref name="right"/>.</summary>
    public static Bitmap AndNot(Bitmap left, Bitmap right)
    {
        var result = left.Copy();
        result.AndNot(right);
        return result;
    }

    /// <summary>Rows not set.</summary>
    public static Bitmap Not(Bitmap bitmap)
    {
        var result = bitmap.Copy();
        result.Not();
        return result;
    }

    /// <summary>Keeps the rows that are also set in <paramref name="other"/>.</summary>
    public void And(Bitmap other)
    {
        var theirs = WordsOf(other);
        for (int i = 0; i < _words.Length; i++)
            _words[i] &= theirs[i];
    }

    /// <summary>Adds the rows set in <paramref name="other"/>.</summary>
    public void Or(Bitmap other)
    {
        var theirs = WordsOf(other);
        for (int i = 0; i < _words.Length; i++)
            _words[i] |= theirs[i];
    }

    /// <summary>Removes the rows set in <paramref name="other"/>.</summary>
    public void AndNot(Bitmap other)
    {
        var theirs = WordsOf(other);
        for (int i = 0; i < _words.Length; i++)
            _words[i] &= ~theirs[i];
    }

    /// <summary>Turns every bit over.</summary>
    public void Not()
    {
        for (int i = 0; i < _words.Length; i++)
            _words[i] = ~_words[i];
        ClearTail();
    }

    /// <summary>Sets every row to zero.</summary>
    public void Clear() => Words.Clear();

    /// <summary>The number of rows set.</summary>
    public int PopCount()
    {
        int count = 0;
        foreach (ulong word in _words)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Whether any row is set.</summary>
    public bool Any() => Words.ContainsAnyExcept(0UL);

    /// <summary>A bitmap of its own with the same bits.</summary>
    public Bitmap Copy() => new((ulong[])_words.Clone(), Length);

    /// <summary>Clears the bits past <see cref="Length"/>, which writing whole words may have set.</summary>
    public void ClearTail()
    {
        if ((Length & 63) != 0)
            _words[^1] &= ulong.MaxValue >> (64 - (Length & 63));
    }

    private ulong[] WordsOf(Bitmap other) => other.Length == Length
        ? other._words
        : throw new ArgumentException($"A bitmap of {other.Length} rows does not fit one of {Length} rows.", nameof(other));

    private void CheckRow(int row)
    {
        if ((uint)row >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The bitmap has {Length} rows.");
    }
}
