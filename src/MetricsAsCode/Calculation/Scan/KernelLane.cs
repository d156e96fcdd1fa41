namespace MetricsAsCode.Calculation.Scan;

/// <summary>Values that a kernel computes.</summary>
/// <param name="kernel">Computes them.</param>
/// <param name="tests">The sets that it tests, as they are for the stretch at hand.</param>
internal sealed class KernelLane<T>(ValueKernel<T> kernel, IReadOnlyList<MemberTest> tests) : ValueLane<T>
{
    private readonly T[] values = new T[BlockRows];
    private readonly ulong[] known = new ulong[BlockWords];
    private int rows;

    public override ReadOnlySpan<T> Values => values.AsSpan(0, rows);

    public override ReadOnlySpan<ulong> Known => known.AsSpan(0, (rows + 63) >> 6);

    protected override void Compute(Block block)
    {
        if (tests.Count > 0)
            block = block.With(tests);
        Overflown = null;
        rows = block.To - block.From;
        var bits = known.AsSpan(0, (rows + 63) >> 6);
        bits.Clear();
        try
        {
            kernel(block, values.AsSpan(0, rows), bits);
        }
        catch (OverflowException)
        {
            FillSingly(block, bits);
        }

        if (typeof(T) == typeof(double))
            DropInfinite((double[])(object)values, bits);
    }

    // One row at a time, to tell the rows that overflow from those that do not.
    private void FillSingly(Block block, Span<ulong> bits)
    {
        bits.Clear();
        Span<ulong> one = stackalloc ulong[1];
        for (var row = 0; row < rows; row++)
        {
            one[0] = 0;
            try
            {
                kernel(block.Row(row), values.AsSpan(row, 1), one);
                if (one[0] != 0)
                    Bits.Set(bits, row);
            }
            catch (OverflowException)
            {
                Bits.Set(Overflown ??= new ulong[BlockWords], row);
            }
        }
    }

    private void DropInfinite(double[] numbers, Span<ulong> bits)
    {
        for (var row = 0; row < rows; row++)
        {
            if (double.IsFinite(numbers[row]) || !Bits.IsSet(bits, row))
                continue;
            bits[row >> 6] &= ~(1UL << row);
            Bits.Set(Overflown ??= new ulong[BlockWords], row);
        }
    }
}
