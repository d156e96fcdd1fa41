using System.Numerics;
using System.Runtime.InteropServices;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation;

// A condition holds where it is known to be true: a missing operand makes it neither true nor false. So `not` is never applied to bits;
// it is pushed down to the comparisons, each of which has an opposite that is known to be true where the comparison is known to be false.

/// <summary>
/// Conditions over all rows of a block at once: bit i of <c>hits</c> is set where the condition is known to be true for the block's row i.
/// All words are written.
/// </summary>
public static class Masks
{
    /// <summary>The values that equal a constant.</summary>
    public static void Equal<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsEqual<T>>(cells, Relation.Equal, constant, hits);

    /// <summary>The values that differ from a constant.</summary>
    public static void NotEqual<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsNotEqual<T>>(cells, Relation.NotEqual, constant, hits);

    /// <summary>The values below a constant.</summary>
    public static void Less<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsLess<T>>(cells, Relation.Less, constant, hits);

    /// <summary>The values that are at most a constant.</summary>
    public static void LessOrEqual<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsLessOrEqual<T>>(cells, Relation.LessOrEqual, constant, hits);

    /// <summary>The values above a constant.</summary>
    public static void Greater<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, Swapped<T, IsLess<T>>>(cells, Relation.Greater, constant, hits);

    /// <summary>The values that are at least a constant.</summary>
    public static void GreaterOrEqual<T>(Cells<T> cells, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, Swapped<T, IsLessOrEqual<T>>>(cells, Relation.GreaterOrEqual, constant, hits);

    /// <summary>The rows whose two values are equal.</summary>
    public static void Equal<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsEqual<T>>(left, right, hits);

    /// <summary>The rows whose two values differ.</summary>
    public static void NotEqual<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsNotEqual<T>>(left, right, hits);

    /// <summary>The rows whose left value is below the right one.</summary>
    public static void Less<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsLess<T>>(left, right, hits);

    /// <summary>The rows whose left value is at most the right one.</summary>
    public static void LessOrEqual<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Compare<T, IsLessOrEqual<T>>(left, right, hits);

    /// <summary>The rows whose left value is above the right one.</summary>
    public static void Greater<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => Less(right, left, hits);

    /// <summary>The rows whose left value is at least the right one.</summary>
    public static void GreaterOrEqual<T>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged, INumber<T> => LessOrEqual(right, left, hits);

    /// <summary>The texts that equal a constant.</summary>
    public static void Equal(TextCells cells, string constant, Span<ulong> hits)
    {
        if (cells.Column.CodeOf(constant) is not (>= 0 and var code))
            hits.Clear();
        else if (cells.IsNarrow)
            MaskKernel.Compare<byte, IsEqual<byte>>(cells.Bytes, ByteOf(code), hits);
        else
            MaskKernel.Compare<int, IsEqual<int>>(cells.Codes, code, hits);
    }

    /// <summary>The texts that differ from a constant.</summary>
    public static void NotEqual(TextCells cells, string constant, Span<ulong> hits)
    {
        Known(cells, hits);
        if (cells.Column.CodeOf(constant) is not (>= 0 and var code))
            return;
        Span<ulong> others = stackalloc ulong[hits.Length];
        if (cells.IsNarrow)
            MaskKernel.Compare<byte, IsNotEqual<byte>>(cells.Bytes, ByteOf(code), others);
        else
            MaskKernel.Compare<int, IsNotEqual<int>>(cells.Codes, code, others);
        MaskKernel.And(hits, others);
    }

    /// <summary>The texts that are one of some constants.</summary>
    public static void Among(TextCells cells, Span<ulong> hits, params ReadOnlySpan<string> constants) =>
        Marked(cells, Lookup.AnyOf(cells.Column, constants), hits);

    /// <summary>The texts that are none of some constants.</summary>
    public static void NotAmong(TextCells cells, Span<ulong> hits, params ReadOnlySpan<string> constants)
    {
        var marked = Lookup.AnyOf(cells.Column, constants);
        for (var code = 0; code < marked.Length; code++)
            marked[code] = !marked[code];
        Marked(cells, marked, hits);
    }

    /// <summary>The truths that are true.</summary>
    public static void True(Cells<bool> cells, Span<ulong> hits) => OfTruths(cells, 1, hits);

    /// <summary>The truths that are false.</summary>
    public static void False(Cells<bool> cells, Span<ulong> hits) => OfTruths(cells, 0, hits);

    /// <summary>The rows with a value.</summary>
    public static void Known<T>(Cells<T> cells, Span<ulong> hits)
        where T : unmanaged
    {
        Bits.SetFirst(hits, cells.Count);
        MaskKernel.And(hits, cells.Known);
    }

    /// <summary>The rows without a value.</summary>
    public static void Missing<T>(Cells<T> cells, Span<ulong> hits)
        where T : unmanaged
    {
        if (cells.Known.IsEmpty)
            hits.Clear();
        else
            MaskKernel.Not(cells.Known, cells.Count, hits);
    }

    /// <summary>The rows with a text.</summary>
    public static void Known(TextCells cells, Span<ulong> hits)
    {
        if (cells.IsNarrow)
            MaskKernel.Compare<byte, IsNotEqual<byte>>(cells.Bytes, 0, hits);
        else
            MaskKernel.Compare<int, Swapped<int, IsLessOrEqual<int>>>(cells.Codes, 0, hits);
    }

    /// <summary>The rows without a text.</summary>
    public static void Missing(TextCells cells, Span<ulong> hits)
    {
        if (cells.IsNarrow)
            MaskKernel.Compare<byte, IsEqual<byte>>(cells.Bytes, 0, hits);
        else
            MaskKernel.Compare<int, IsLess<int>>(cells.Codes, 0, hits);
    }

    /// <summary>Keeps the rows for which another condition holds as well.</summary>
    public static void And(Span<ulong> hits, ReadOnlySpan<ulong> others) => MaskKernel.And(hits, others);

    /// <summary>Adds the rows for which another condition holds.</summary>
    public static void Or(Span<ulong> hits, ReadOnlySpan<ulong> others) => MaskKernel.Or(hits, others);

    private static void Compare<T, TTest>(Cells<T> cells, Relation relation, T constant, Span<ulong> hits)
        where T : unmanaged, INumber<T>
        where TTest : struct, IMaskTest<T>
    {
        if (cells.Packed is { } rows)
            StepsKernel.Compare(rows, relation, long.CreateChecked(constant), hits);
        else
            MaskKernel.Compare<T, TTest>(cells.Values, constant, hits);
        MaskKernel.And(hits, cells.Known);
    }

    private static void Compare<T, TTest>(Cells<T> left, Cells<T> right, Span<ulong> hits)
        where T : unmanaged
        where TTest : struct, IMaskTest<T>
    {
        MaskKernel.Compare<T, TTest>(left.Values, right.Values, hits);
        MaskKernel.And(hits, left.Known);
        MaskKernel.And(hits, right.Known);
    }

    private static byte ByteOf(int code) => (byte)(code + 1);

    private static void Marked(TextCells cells, bool[] marked, Span<ulong> hits)
    {
        if (!cells.IsNarrow)
        {
            MaskKernel.Marked(cells.Codes, marked, hits);
            return;
        }

        Span<bool> markedBytes = stackalloc bool[byte.MaxValue + 1];
        markedBytes.Clear();
        marked.CopyTo(markedBytes[1..]);
        MaskKernel.Marked(cells.Bytes, markedBytes, hits);
    }

    private static void OfTruths(Cells<bool> cells, byte truth, Span<ulong> hits)
    {
        MaskKernel.Compare<byte, IsEqual<byte>>(MemoryMarshal.AsBytes(cells.Values), truth, hits);
        MaskKernel.And(hits, cells.Known);
    }
}
