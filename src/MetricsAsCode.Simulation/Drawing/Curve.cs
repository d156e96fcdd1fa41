namespace MetricsAsCode.Simulation;

/// <summary>
/// A distribution given by equally spaced quantiles, straight between them: no logarithm or root, whose last bit differs between machines.
/// </summary>
internal sealed class Curve(params double[] quantiles)
{
    /// <summary>Around 1 with a long tail: how a wait differs from its usual length. Mean 1.27, median 1.</summary>
    public static Curve Wait { get; } = new(0.15, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2.2, 4.5);

    /// <summary>Around 1, close by. Mean 1.02.</summary>
    public static Curve Steady { get; } = new(0.5, 0.75, 0.9, 1, 1.1, 1.3, 1.6);

    /// <summary>How the hours of a day (as a share of it) fill with what people do: little at night, two hills.</summary>
    public static Curve Day { get; } = new(0, 0.3, 0.36, 0.4, 0.44, 0.48, 0.54, 0.6, 0.65, 0.7, 0.78, 0.87, 1);

    /// <summary>The value below which a share u of all draws lie.</summary>
    public double At(double u)
    {
        double place = u * (quantiles.Length - 1);
        int left = (int)place;
        return quantiles[left] + ((quantiles[left + 1] - quantiles[left]) * (place - left));
    }

    public double Draw(ref SplitMix64 random) => At(random.Unit());
}
