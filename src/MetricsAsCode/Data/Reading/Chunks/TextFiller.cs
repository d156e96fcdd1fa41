using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>
/// Looks texts up in a dictionary of its own thread; the allowed texts are compared once per distinct text. Which row a text first stands in is kept,
/// so that the dictionaries of all threads become one in the order of the file.
/// </summary>
internal sealed class TextFiller(TextTarget target, int most) : ColumnFiller(target.Schema, target.Missing, most)
{
    private readonly TextCache _cache = new();
    private readonly List<int> _firstRows = [];

    public TextDictionary Dictionary { get; } = new();

    /// <summary>The first row of each text by its code, ascending.</summary>
    public ReadOnlySpan<int> FirstRows => CollectionsMarshal.AsSpan(_firstRows);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool Parse(RowSplitter rows, int column, bool hasReturns)
    {
        int step = rows.ColumnCount;
        var codes = target.Codes.AsSpan(rows.FirstRow, rows.RowCount);
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(rows.Bytes);
        ref int separator = ref Unsafe.Add(ref rows.Separators, column);
        for (int row = 0; row < codes.Length; row++)
        {
            int start = separator + 1, end = Unsafe.Add(ref separator, 1);
            separator = ref Unsafe.Add(ref separator, step);
            if (hasReturns)
                end = WithoutReturn(ref bytes, start, end);
            bool isQuoted = Unsafe.Add(ref bytes, start) == '"';
            if (isQuoted)
                (start, end) = (start + 1, end - 1);
            int length = end - start;
            int code = -1;
            if ((uint)(length - 1) < TextCache.Longest)
            {
                ref int known = ref _cache.CodeOf(ref Unsafe.Add(ref bytes, start), length);
                if (known < 0)
                    known = CodeOf(rows.Bytes.AsSpan(start, length), isQuoted, rows.FirstRow + row);
                code = known;
            }
            else if (length > 0 || isQuoted)
            {
                code = CodeOf(rows.Bytes.AsSpan(start, length), isQuoted, rows.FirstRow + row);
            }

            codes[row] = code;
            if (code < 0 && !(length == 0 && !isQuoted && TryMiss(row)))
                return false;
        }

        return true;
    }

    /// <summary>The code of a text, -1 when it is not allowed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CodeOf(ReadOnlySpan<byte> text, bool isQuoted, int row)
    {
        if (isQuoted)
            text = Unquote(text);
        int code = Dictionary.Add(text);
        if (code < _firstRows.Count)
            return code;
        _firstRows.Add(row);
        return target.Allowed is null || target.Allowed.Contains(Dictionary[code]) ? code : -1;
    }
}
