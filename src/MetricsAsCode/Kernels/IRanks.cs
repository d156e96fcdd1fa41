namespace MetricsAsCode.Kernels;

/// <summary>Values of which some are asked for by rank.</summary>
internal interface IRanks<T>
{
    /// <summary>How many values there are.</summary>
    long Count { get; }

    /// <summary>The value of a rank from 0 on.</summary>
    T At(long rank);
}
