using System.Numerics;
using System.Runtime.CompilerServices;
using MetricsAsCode.Values;

namespace MetricsAsCode.Kernels;

/// <summary>
/// A sum of 128-bit integers in 192 bits, so that no order of adding overflows on the way: whether a sum has too many digits is asked once, at the end.
/// </summary>
internal struct WideSum
{
    private UInt128 low;
    private long high;

    /// <summary>Adds one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Int128 value)
    {
        var sum = unchecked(low + (UInt128)value);
        high += (value < 0 ? -1 : 0) + (sum < low ? 1 : 0);
        low = sum;
    }

    /// <summary>Adds another sum.</summary>
    public void Add(WideSum other)
    {
        var sum = unchecked(low + other.low);
        high += other.high + (sum < low ? 1 : 0);
        low = sum;
    }

    /// <summary>The sum as a number of a scale; null when it has more than 38 digits.</summary>
    public readonly Exact? ToExact(int scale) => Exact.Fit(((BigInteger)high << 128) + low, scale);
}
