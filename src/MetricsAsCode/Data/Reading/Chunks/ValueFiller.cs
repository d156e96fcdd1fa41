using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Parsing.Quick;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>Parses values: the quick parser what it takes in, the column's own parser the rest. Both are structs, so that each pair gets a loop of its own.</summary>
internal sealed class ValueFiller<T, TQuick, TParser>(ValueTarget<T> target, TQuick quick, TParser parser, int most) : ColumnFiller(target.Schema, target.Missing, most)
    where T : unmanaged, IComparable<T>
    where TQuick : struct, IQuickParser<T>
    where TParser : struct, ICellParser<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool Parse(RowSplitter rows, int column, bool hasReturns)
    {
        int count = rows.RowCount, step = rows.ColumnCount;
        var values = target.Values.AsSpan(rows.FirstRow, count);
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(rows.Bytes);
        ref int separator = ref Unsafe.Add(ref rows.Separators, column);
        var parse = quick;
        for (int row = 0; row < values.Length; row++)
        {
            int start = separator + 1, end = Unsafe.Add(ref separator, 1);
            separator = ref Unsafe.Add(ref separator, step);
            if (hasReturns)
                end = WithoutReturn(ref bytes, start, end);
            if (parse.TryParse(ref Unsafe.Add(ref bytes, start), end - start, out var value))
                values[row] = value;
            else if (!TryParse(rows.Bytes.AsSpan(start, end - start), row, out values[row]))
                return false;
        }

        return target.Range is null || AreInRange(values, target.Range);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryParse(ReadOnlySpan<byte> cell, int row, out T value)
    {
        value = default;
        if (!cell.IsEmpty && cell[0] == '"')
            cell = Unquote(cell[1..^1]);
        return cell.IsEmpty ? TryMiss(row) : parser.Parse(cell, out value) == CellFault.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreInRange(ReadOnlySpan<T> values, ValueRange<T> range)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!range.Contains(values[row]) && !IsMissing(row))
                return false;
        }

        return true;
    }
}
