namespace MetricsAsCode.Results;

/// <summary>A typed result around a measurement. The types keep ratios, amounts and lengths of time from being mixed up.</summary>
/// <typeparam name="TSelf">The typed result itself.</typeparam>
public interface IMetricValue<TSelf>
    where TSelf : struct, IMetricValue<TSelf>
{
    /// <summary>All that was found.</summary>
    Measurement Measurement { get; }

    /// <summary>Wraps a measurement.</summary>
    /// <exception cref="ArgumentException">The measurement's unit is not this type's.</exception>
    static abstract TSelf From(Measurement measurement);
}
