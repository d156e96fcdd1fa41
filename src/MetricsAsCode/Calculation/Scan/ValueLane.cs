using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>A value for each row of the block.</summary>
internal abstract class ValueLane : Lane
{
    /// <summary>Bits of the rows with a known value.</summary>
    public ulong[] Known { get; } = new ulong[BlockWords];

    /// <summary>Bits of the rows whose value overflows; null when there are none.</summary>
    public ulong[]? Overflown { get; protected set; }
}

/// <summary>A value of one type for each row of the block.</summary>
/// <param name="kernel">Computes it.</param>
/// <param name="tests">The sets that it tests, as they are for the stretch at hand.</param>
internal sealed class ValueLane<T>(ValueKernel<T> kernel, IReadOnlyList<MemberTest> tests) : ValueLane
{
    public T[] Values { get; } = new T[BlockRows];

    public override void Fill(Block block)
    {
        if (tests.Count > 0)
            block = block.With(tests);
        Overflown = null;
        var rows = block.To - block.From;
        var known = Known.AsSpan(0, (rows + 63) >> 6);
        known.Clear();
        try
        {
            kernel(block, Values.AsSpan(0, rows), known);
        }
        catch (OverflowException)
        {
            FillSingly(block, known);
        }

        if (typeof(T) == typeof(double))
            DropInfinite((double[])(object)Values, rows, known);
    }

    // One row at a time, to tell the rows that overflow from those that do not.
    private void FillSingly(Block block, Span<ulong> known)
    {
        known.Clear();
        Span<ulong> one = stackalloc ulong[1];
        for (var row = 0; row < block.To - block.From; row++)
        {
            one[0] = 0;
            try
            {
                kernel(block.Row(row), Values.AsSpan(row, 1), one);
                if (one[0] != 0)
                    Bits.Set(known, row);
            }
            catch (OverflowException)
            {
                Bits.Set(Overflown ??= new ulong[BlockWords], row);
            }
        }
    }

    private void DropInfinite(double[] values, int rows, Span<ulong> known)
    {
        for (var row = 0; row < rows; row++)
        {
            if (double.IsFinite(values[row]) || !Bits.IsSet(known, row))
                continue;
            known[row >> 6] &= ~(1UL << row);
            Bits.Set(Overflown ??= new ulong[BlockWords], row);
        }
    }
}
