using System.Numerics;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Sums of many cells: exact when all are, else the exact sum of doubles rounded once. Independent of the order of the cells.</summary>
internal static class CellSums
{
    public static Cell Sum(ReadOnlySpan<Cell> cells)
    {
        if (!AreExact(cells))
            return Cell.Of(Doubles(cells).Total);
        var (mantissa, scale, isMoney) = Exacts(cells);
        return Cell.Of(Exact.Fit(mantissa, scale), isMoney);
    }

    /// <summary>The mean of at least one cell.</summary>
    public static Cell Mean(ReadOnlySpan<Cell> cells)
    {
        if (!AreExact(cells))
            return Doubles(cells) is { Total: not null } sum ? Cell.Of(sum.Mean(cells.Length)) : Cell.None(Reason.Overflow);
        var (mantissa, scale, _) = Exacts(cells);
        if (Exact.Fit(mantissa, scale) is null)
            return Cell.None(Reason.Overflow);
        return Cell.Of(RoundedDouble.Ratio(mantissa, cells.Length * BigInteger.Pow(10, scale)));
    }

    private static bool AreExact(ReadOnlySpan<Cell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (cell.Kind != ValueKind.Exact)
                return false;
        }

        return true;
    }

    private static ExactSum Doubles(ReadOnlySpan<Cell> cells)
    {
        var sum = new ExactSum();
        foreach (ref readonly var cell in cells)
            sum.Add(cell.ToDouble());
        return sum;
    }

    private static (BigInteger Mantissa, int Scale, bool IsMoney) Exacts(ReadOnlySpan<Cell> cells)
    {
        var (scale, isMoney) = (0, false);
        foreach (ref readonly var cell in cells)
            (scale, isMoney) = (Math.Max(scale, cell.Exact.Scale), isMoney || cell.IsMoney);
        var (wide, near) = (BigInteger.Zero, (Int128)0);
        foreach (ref readonly var cell in cells)
        {
            var exact = cell.Exact;
            // Numbers of the common scale that are far from the limit are added in 128 bits: fewer than 2^32 of them fit.
            if (exact.Scale == scale && Int128.Abs(exact.Mantissa) <= Int128.MaxValue >> 32)
                near += exact.Mantissa;
            else
                wide += exact.Mantissa * BigInteger.Pow(10, scale - exact.Scale);
        }

        return (wide + near, scale, isMoney);
    }
}
