using MetricsAsCode.Calculation;
using MetricsAsCode.Data;

namespace MetricsAsCode.Kernels;

// A number stands in a relation to a constant where its steps stand in one to a number of steps: start + step·s < c is s < (c - start) / step, rounded up.
// So packed numbers are compared as they stand, up to 64 at once. A missing number has some steps; who asks drops it.

/// <summary>Compares packed numbers with a constant.</summary>
internal static class StepsKernel
{
    /// <summary>The rows whose number stands in a relation to a constant.</summary>
    public static void Compare(PackedRows rows, Relation relation, long constant, Span<ulong> hits)
    {
        var distance = (Int128)constant - rows.Column.Start;
        var (whole, rest) = Int128.DivRem(distance, rows.Column.Step);
        var floor = rest < 0 ? whole - 1 : whole;
        var (bound, isBelow) = relation switch
        {
            Relation.Equal or Relation.NotEqual => (rest == 0 ? whole : -1, false),
            Relation.Less => (rest == 0 ? floor : floor + 1, true),
            Relation.LessOrEqual => (floor + 1, true),
            Relation.Greater => (floor + 1, false),
            _ => (rest == 0 ? floor : floor + 1, false),
        };
        var isEquality = relation is Relation.Equal or Relation.NotEqual;
        if (bound > rows.Column.Last || bound < (isEquality ? 0 : 1))
            Fill(rows.Count, relation == Relation.NotEqual || (!isEquality && isBelow == (bound > 0)), hits);
        else if (isEquality)
            Compare(rows, (uint)bound, relation == Relation.Equal, hits);
        else
            CompareOrder(rows, (uint)bound, isBelow, hits);
    }

    private static void Fill(int count, bool all, Span<ulong> hits)
    {
        if (all)
            Bits.SetFirst(hits, count);
        else
            hits.Clear();
    }

    private static void Compare(PackedRows rows, uint steps, bool isEqual, Span<ulong> hits)
    {
        if (isEqual)
            Compare<IsEqual<byte>, IsEqual<ushort>, IsEqual<uint>>(rows, steps, hits);
        else
            Compare<IsNotEqual<byte>, IsNotEqual<ushort>, IsNotEqual<uint>>(rows, steps, hits);
    }

    private static void CompareOrder(PackedRows rows, uint steps, bool isBelow, Span<ulong> hits)
    {
        if (isBelow)
            Compare<IsLess<byte>, IsLess<ushort>, IsLess<uint>>(rows, steps, hits);
        else
            Compare<Swapped<byte, IsLessOrEqual<byte>>, Swapped<ushort, IsLessOrEqual<ushort>>, Swapped<uint, IsLessOrEqual<uint>>>(rows, steps, hits);
    }

    private static void Compare<TByte, TShort, TInt>(PackedRows rows, uint steps, Span<ulong> hits)
        where TByte : struct, IMaskTest<byte>
        where TShort : struct, IMaskTest<ushort>
        where TInt : struct, IMaskTest<uint>
    {
        switch (rows.Column.Width)
        {
            case sizeof(byte):
                MaskKernel.Compare<byte, TByte>(rows.Bytes, (byte)steps, hits);
                break;
            case sizeof(ushort):
                MaskKernel.Compare<ushort, TShort>(rows.Shorts, (ushort)steps, hits);
                break;
            default:
                MaskKernel.Compare<uint, TInt>(rows.Ints, steps, hits);
                break;
        }
    }
}
