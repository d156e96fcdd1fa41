using MetricsAsCode.Threads;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Divides work over a run of numbers among threads.</summary>
internal static class Shares
{
    /// <summary>Below so many numbers a second thread costs more than it saves.</summary>
    private const int Smallest = 1 << 14;

    /// <summary>How many shares are worth it.</summary>
    public static int Of(int count, int threads) => Math.Clamp(count / Smallest, 1, Math.Max(1, threads));

    /// <summary>Where a share begins: at a multiple of 4,096, so that shares of rows have no word of a bitmap in common.</summary>
    public static int Start(int count, int share, int shares) => share == shares ? count : (int)((long)count * share / shares) & ~4095;

    /// <summary>Runs each share, from and to (excluded), on a thread of its own.</summary>
    public static void Run(int count, int shares, Action<int, int, int> work) =>
        SideBySide.Run(shares, share => work(share, Start(count, share, shares), Start(count, share + 1, shares)));
}
