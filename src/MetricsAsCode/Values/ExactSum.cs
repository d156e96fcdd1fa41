using System.Numerics;

namespace MetricsAsCode.Values;

// A double is an integer of 53 bits times a power of two. The accumulator is that power-of-two number line cut into limbs of 32 bits, each held
// in 64, so that a term is three integer additions, nothing is ever rounded, and carries can wait for 2^30 terms. Only the limbs that the data
// touch are held, usually four or five. The result is rounded once. See Neal, "Fast exact summation using small and large superaccumulators", 2015.

/// <summary>A sum of doubles that does not depend on their order: all terms are added exactly and the result is rounded once.</summary>
public sealed class ExactSum
{
    private const int LowestExponent = -1074;
    private const int AddsBetweenCarries = 1 << 30;

    private long[] limbs = [];
    private int firstLimb;
    private int adds;

    /// <summary>The sum rounded to the nearest double; null when it is beyond the range of doubles.</summary>
    public double? Total => RoundedDouble.Scaled(Mantissa(), LowestExponent + (firstLimb * 32));

    /// <summary>Adds one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number.</exception>
    public void Add(double term)
    {
        var (mantissa, exponent) = RoundedDouble.Parts(term);
        if (mantissa == 0)
            return;
        var shift = exponent - LowestExponent;
        var (limb, bits) = (shift >> 5, shift & 31);
        Cover(limb, limb + 4);
        if (++adds == AddsBetweenCarries)
            Carry();
        var magnitude = (UInt128)(ulong)Math.Abs(mantissa) << bits;
        var sign = mantissa < 0 ? -1L : 1L;
        var at = limb - firstLimb;
        limbs[at] += sign * (long)(uint)magnitude;
        limbs[at + 1] += sign * (long)(uint)(magnitude >> 32);
        limbs[at + 2] += sign * (long)(uint)(magnitude >> 64);
    }

    /// <summary>Adds many numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or not a number.</exception>
    public void Add(ReadOnlySpan<double> terms)
    {
        foreach (var term in terms)
            Add(term);
    }

    /// <summary>Adds all that another sum has added.</summary>
    public void Add(ExactSum other)
    {
        if (other.limbs.Length == 0)
            return;
        Carry();
        other.Carry();
        Cover(other.firstLimb, other.firstLimb + other.limbs.Length);
        for (var i = 0; i < other.limbs.Length; i++)
            limbs[other.firstLimb - firstLimb + i] += other.limbs[i];
        Carry();
    }

    /// <summary>The sum divided by a count, rounded once; null when it is beyond the range of doubles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public double? Mean(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var exponent = LowestExponent + (firstLimb * 32);
        return exponent >= 0 ? RoundedDouble.Ratio(Mantissa() << exponent, count) : RoundedDouble.Ratio(Mantissa(), (BigInteger)count << -exponent);
    }

    private BigInteger Mantissa()
    {
        var mantissa = BigInteger.Zero;
        for (var i = limbs.Length - 1; i >= 0; i--)
            mantissa = (mantissa << 32) + limbs[i];
        return mantissa;
    }

    // The last limb is never the target of a term: it has room for all carries.
    private void Carry()
    {
        adds = 0;
        for (var i = 0; i < limbs.Length - 1; i++)
        {
            limbs[i + 1] += limbs[i] >> 32;
            limbs[i] &= uint.MaxValue;
        }
    }

    private void Cover(int from, int to)
    {
        if (limbs.Length > 0 && from >= firstLimb && to <= firstLimb + limbs.Length)
            return;
        var first = limbs.Length == 0 ? from : Math.Min(from, firstLimb);
        var last = limbs.Length == 0 ? to : Math.Max(to, firstLimb + limbs.Length);
        var wider = new long[last - first];
        limbs.CopyTo(wider, limbs.Length == 0 ? 0 : firstLimb - first);
        (limbs, firstLimb) = (wider, first);
    }
}
