using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>A value, or the reason why there is none.</summary>
internal readonly record struct Found
{
    private Found(Scalar? value, Reason? reason) => (Value, Reason) = (value, reason);

    public Scalar? Value { get; }

    /// <summary>Null when there is a value.</summary>
    public Reason? Reason { get; }

    public static implicit operator Found(Scalar value) => new(value, null);

    public static implicit operator Found(Reason reason) => new(null, reason);

    public static Found Of(long count) => Scalar.Of(count);

    /// <summary>What a computation finds; one that has no value says so by throwing.</summary>
    public static Found Try(Func<Scalar> compute)
    {
        try
        {
            return compute();
        }
        catch (NoValueException none)
        {
            return none.Reason;
        }
    }
}
