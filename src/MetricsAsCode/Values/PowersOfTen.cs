using System.Numerics;

namespace MetricsAsCode.Values;

/// <summary>The powers of ten that an exact number can be scaled by.</summary>
internal static class PowersOfTen
{
    private static readonly Int128[] Small = Enumerable.Range(0, Exact.MaxDigits + 1).Select(static n => (Int128)BigInteger.Pow(10, n)).ToArray();

    /// <summary>The powers of ten that a double holds exactly.</summary>
    internal static readonly double[] Doubles =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>10^n for n in 0..38.</summary>
    internal static Int128 Of(int n) => Small[n];

    /// <summary>10^n for any n from 0 on.</summary>
    internal static BigInteger Big(int n) => n <= Exact.MaxDigits ? Small[n] : BigInteger.Pow(10, n);
}
