using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace MetricsAsCode.Data.Reading.Chunks;

// 1. Only rows that are surely sound are split: in each, every n-th separator is its line end, quotes open behind a separator and close before one
//    (or are doubled), a CR is followed by LF, all is UTF-8 without NUL. Of anything else the splitter says that it cannot, and words nothing.
// 2. 64 bytes become masks of separators, line ends, quotes and CR. Only where there is a quote or a CR, or a quote is open, is more than that looked at.
// 3. Separators are written down as places, twelve at a time whether there are as many or not: a loop of the right length costs a wrong guess in most blocks.

/// <summary>Finds the cells of whole rows, a batch at a time: every cell ends one byte before the next begins.</summary>
internal sealed class RowSplitter(int columnCount, int batchSize)
{
    private const int AtOnce = 12;
    private readonly int[] _ends = new int[1 + columnCount + batchSize + ByteMask.Width + AtOnce];
    private int _count;
    private int _from;
    private int _at;
    private int _to;
    private ulong _inside;
    private ulong _notAscii;

    public byte[] Bytes { get; private set; } = [];

    /// <summary>The number of the first row of the batch.</summary>
    public int FirstRow { get; private set; }

    /// <summary>The rows of the batch.</summary>
    public int RowCount { get; private set; }

    /// <summary>Whether line ends of the chunk may be CR LF.</summary>
    public bool HasReturns { get; private set; }

    /// <summary>Whether all rows of the chunk have been split.</summary>
    public bool IsDone => _at == _to;

    /// <summary>The rows of the chunk that hold line breaks; null when none does.</summary>
    public LineJumps? Jumps { get; private set; }

    public int ColumnCount => columnCount;

    /// <summary>The places of separators: column c of row r stands between [r * columns + c] and [r * columns + c + 1].</summary>
    public ref int Separators => ref MemoryMarshal.GetArrayDataReference(_ends);

    /// <summary>Begins with the rows of a chunk.</summary>
    /// <param name="bytes">The bytes. A line end stands before the first row, and 64 more bytes may be loaded behind the last.</param>
    /// <param name="from">Where the first row begins.</param>
    /// <param name="to">Behind the line end of the last one.</param>
    /// <param name="firstRow">The number of the first row.</param>
    public void Begin(byte[] bytes, int from, int to, int firstRow)
    {
        (Bytes, _from, _at, _to) = (bytes, from, from, to);
        (_ends[0], _count, FirstRow, RowCount) = (from - 1, 1, firstRow, 0);
        (_inside, _notAscii, Jumps, HasReturns) = (0, 0, null, false);
    }

    /// <summary>Splits the next rows; false when they are not surely sound. A batch has no row when one is longer than it.</summary>
    public bool TrySplit()
    {
        KeepRest();
        int to = Math.Min(_to, _at + batchSize);
        if (!TrySplit(to))
            return false;
        _at = to;
        int used = RowCount * columnCount;
        if (IsDone)
            return _count - 1 == used && IsUtf8();
        // No cell is longer than its row, and a row goes on for less than another batch unseen.
        return _count - 1 - used < columnCount && to - _ends[used] < CsvScanner.LongestCell - batchSize;
    }

    private bool IsUtf8() => _notAscii == 0 || Utf8.IsValid(Bytes.AsSpan(_from, _to - _from));

    /// <summary>Puts the separators of the row that is not complete in front, behind the line end before it.</summary>
    private void KeepRest()
    {
        int used = RowCount * columnCount;
        _ends.AsSpan(used, _count - used).CopyTo(_ends);
        _count -= used;
        FirstRow += RowCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TrySplit(int to)
    {
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(Bytes);
        ref int ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        int count = _count, rows = 0;
        ulong nul = 0, notAscii = 0;
        for (int at = _at; at < to; at += ByteMask.Width)
        {
            ref byte block = ref Unsafe.Add(ref bytes, at);
            ulong here = ByteMask.Lowest(to - at);
            ulong lines = ByteMask.Of(ref block, (byte)'\n') & here;
            ulong separators = ByteMask.Of(ref block, (byte)',') & here | lines;
            ulong quotes = ByteMask.Of(ref block, (byte)'"') & here, returns = ByteMask.Of(ref block, (byte)'\r') & here;
            nul |= ByteMask.Of(ref block, 0) & here;
            notAscii |= ByteMask.NotAscii(ref block) & here;
            if ((quotes | returns | _inside) != 0)
            {
                // Variables of their own: those of all other blocks stay in registers.
                ulong outside = separators, linesOutside = lines;
                if (!TryUnquote(ref block, quotes, returns, FirstRow + rows, ref outside, ref linesOutside))
                    return false;
                (separators, lines) = (outside, linesOutside);
            }

            rows += BitOperations.PopCount(lines);
            count = WriteDown(separators, at, ref ends, count);
        }

        _notAscii |= notAscii;
        (_count, RowCount) = (count, rows);
        return nul == 0 && AreLineEnds(ref bytes, ref ends);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteDown(ulong separators, int at, ref int ends, int count)
    {
        int all = count + BitOperations.PopCount(separators);
        do
        {
            ref int next = ref Unsafe.Add(ref ends, count);
            separators = WriteFour(separators, at, ref next);
            separators = WriteFour(separators, at, ref Unsafe.Add(ref next, 4));
            separators = WriteFour(separators, at, ref Unsafe.Add(ref next, 8));
            count += AtOnce;
        }
        while (count < all);
        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WriteFour(ulong separators, int at, ref int ends)
    {
        ends = at + BitOperations.TrailingZeroCount(separators);
        separators &= separators - 1;
        Unsafe.Add(ref ends, 1) = at + BitOperations.TrailingZeroCount(separators);
        separators &= separators - 1;
        Unsafe.Add(ref ends, 2) = at + BitOperations.TrailingZeroCount(separators);
        separators &= separators - 1;
        Unsafe.Add(ref ends, 3) = at + BitOperations.TrailingZeroCount(separators);
        return separators & separators - 1;
    }

    /// <summary>Whether the last separator of each row is a line end: as there are as many line ends as rows, all others are commas.</summary>
    private bool AreLineEnds(ref byte bytes, ref int ends)
    {
        if ((long)RowCount * columnCount >= _count)
            return false;
        bool areLineEnds = true;
        for (int row = 1; row <= RowCount; row++)
            areLineEnds &= Unsafe.Add(ref bytes, Unsafe.Add(ref ends, row * columnCount)) == '\n';
        return areLineEnds;
    }

    /// <summary>Takes out of a block what stands inside quotes; false when a quote or a CR stands where it may not.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryUnquote(ref byte block, ulong quotes, ulong returns, int row, ref ulong separators, ref ulong lines)
    {
        ulong inside = ByteMask.Parity(quotes) ^ _inside;
        byte before = Unsafe.Subtract(ref block, 1), behind = Unsafe.Add(ref block, ByteMask.Width);
        ulong mayOpen = (separators & ~inside | quotes) << 1 | Bit(before is (byte)',' or (byte)'\n' or (byte)'"');
        ulong mayClose = (separators | returns | quotes) >> 1 | Bit(behind is (byte)',' or (byte)'\n' or (byte)'\r' or (byte)'"') << 63;
        ulong mayReturn = lines >> 1 | Bit(behind == '\n') << 63;
        if ((quotes & inside & ~mayOpen | quotes & ~inside & ~mayClose | returns & ~inside & ~mayReturn) != 0)
            return false;
        ulong breaks = inside & (returns | lines & ~(returns << 1 | Bit(before == '\r')));
        lines &= ~inside;
        separators &= ~inside;
        if (breaks != 0)
            NoteBreaks(breaks, lines, row);
        HasReturns |= (returns & ~inside) != 0;
        _inside = (ulong)((long)inside >> 63);
        return true;
    }

    private void NoteBreaks(ulong breaks, ulong lines, int row)
    {
        Jumps ??= new LineJumps();
        for (; breaks != 0; breaks &= breaks - 1)
            Jumps.Add(row + BitOperations.PopCount(lines & (breaks ^ breaks - 1)), 1);
    }

    private static ulong Bit(bool isSet) => isSet ? 1UL : 0;
}
