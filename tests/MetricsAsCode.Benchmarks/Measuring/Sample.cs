namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>Measured times in milliseconds, in the order they were measured.</summary>
internal sealed record Sample(IReadOnlyList<double> Times)
{
    /// <summary>How often everything is measured, after one run that does not count.</summary>
    public const int Repeats = 7;

    public double Median => Times.Order().ElementAt(Times.Count / 2);

    public double Least => Times.Min();

    public double Most => Times.Max();

    /// <summary>Runs something once, then <paramref name="repeats"/> times more; each run gives its own time.</summary>
    public static Sample Of(Func<double> run, int repeats = Repeats)
    {
        run();
        return new Sample([.. Enumerable.Range(0, repeats).Select(_ => run())]);
    }

    /// <summary>The same of an action, by the clock.</summary>
    public static Sample Of(Action run, int repeats = Repeats) => Of(() => Clocked(run), repeats);

    public static double Clocked(Action run)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        run();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
