using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>Parses the cells of one column in one thread into the places of their rows.</summary>
/// <param name="schema">The contract.</param>
/// <param name="missing">The missing rows of the whole column.</param>
/// <param name="most">The rows that a batch may have.</param>
internal abstract class ColumnFiller(ColumnSchema schema, MissingBits missing, int most)
{
    private readonly bool _mayMiss = schema.IsOptional && !schema.IsKey;
    private readonly ulong[] _missing = new ulong[Bitmap.WordsFor(most)];
    private bool _missesAny;
    private byte[] _unquoted = [];

    /// <summary>Parses the cells of a batch; false when one is not sound.</summary>
    /// <param name="rows">The batch.</param>
    /// <param name="column">The column in the file.</param>
    public bool Fill(RowSplitter rows, int column)
    {
        bool isSound = Parse(rows, column, rows.HasReturns && column == rows.ColumnCount - 1);
        if (_missesAny)
        {
            var bits = _missing.AsSpan(0, Bitmap.WordsFor(rows.RowCount));
            missing.Add(rows.FirstRow, bits);
            bits.Clear();
            _missesAny = false;
        }

        return isSound;
    }

    /// <param name="rows">The batch.</param>
    /// <param name="column">The column in the file.</param>
    /// <param name="hasReturns">Whether a CR may stand behind a cell.</param>
    protected abstract bool Parse(RowSplitter rows, int column, bool hasReturns);

    /// <summary>Notes a row of the batch as missing; false when it may not be.</summary>
    protected bool TryMiss(int row)
    {
        _missing[row >> 6] |= 1UL << row;
        _missesAny = true;
        return _mayMiss;
    }

    protected bool IsMissing(int row) => _missesAny && (_missing[row >> 6] >> row & 1) != 0;

    /// <summary>The end of a cell without the CR that may stand behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static int WithoutReturn(ref byte bytes, int start, int end) => end > start && Unsafe.Add(ref bytes, end - 1) == '\r' ? end - 1 : end;

    /// <summary>The text of a cell between quotes, with doubled ones made single; valid until the next call.</summary>
    protected ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> inner)
    {
        if (!inner.Contains((byte)'"'))
            return inner;
        if (_unquoted.Length < inner.Length)
            _unquoted = new byte[inner.Length];
        int length = 0;
        for (int i = 0; i < inner.Length; i++)
        {
            _unquoted[length++] = inner[i];
            if (inner[i] == '"')
                i++;
        }

        return _unquoted.AsSpan(0, length);
    }
}
