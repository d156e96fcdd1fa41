using System.Numerics;
using System.Runtime.InteropServices;
using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Kernels;

/// <summary>Reads columns as they are into a block's values.</summary>
internal static class ColumnKernel
{
    /// <summary>Copies the values of a block's rows, along a link if there is one, and marks the known ones.</summary>
    public static void Read<TStored, T>(ValueColumn<TStored> column, int[]? link, int from, Span<T> values, Span<ulong> known)
        where TStored : unmanaged, INumberBase<TStored>
        where T : unmanaged, INumberBase<T>
    {
        var stored = column.Values;
        if (link is null && typeof(TStored) == typeof(T))
        {
            stored.CopyTo(from, MemoryMarshal.Cast<T, TStored>(values));
            MarkKnown(column, from, values.Length, known);
            return;
        }

        if (link is null && column.Known is null)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = T.CreateTruncating(stored[from + i]);
            Bits.SetFirst(known, values.Length);
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            var row = link is null ? from + i : link[from + i];
            if (row < 0 || !column.IsKnown(row))
                continue;
            values[i] = T.CreateTruncating(stored[row]);
            known[i >> 6] |= 1UL << i;
        }
    }

    /// <summary>The same for truths.</summary>
    public static void Read(ValueColumn<bool> column, int[]? link, int from, Span<bool> values, Span<ulong> known)
    {
        var stored = column.Values;
        for (var i = 0; i < values.Length; i++)
        {
            var row = link is null ? from + i : link[from + i];
            if (row < 0 || !column.IsKnown(row))
                continue;
            values[i] = stored[row];
            known[i >> 6] |= 1UL << i;
        }
    }

    private static void MarkKnown(Column column, int from, int count, Span<ulong> known)
    {
        if (column.Known is { } rows)
            Bits.Slice(rows.Words, from, from + count).CopyTo(known);
        else
            Bits.SetFirst(known, count);
    }

    /// <summary>Marks the codes that are not -1 as known.</summary>
    public static void MarkKnown(ReadOnlySpan<int> codes, Span<ulong> known) => MaskKernel.Compare<int, Swapped<int, IsLessOrEqual<int>>>(codes, 0, known);
}
