namespace MetricsAsCode.Calculation.Scan;

/// <summary>A value for each row of the block.</summary>
internal abstract class ValueLane : Lane
{
    /// <summary>Bits of the rows with a known value; those behind the last row mean nothing.</summary>
    public abstract ReadOnlySpan<ulong> Known { get; }

    /// <summary>Bits of the rows whose value overflows; null when there are none.</summary>
    public ulong[]? Overflown { get; protected set; }
}

/// <summary>A value of one type for each row of the block.</summary>
internal abstract class ValueLane<T> : ValueLane
{
    /// <summary>By row; what stands where none is known means nothing.</summary>
    public abstract ReadOnlySpan<T> Values { get; }
}
