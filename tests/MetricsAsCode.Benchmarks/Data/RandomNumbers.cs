namespace MetricsAsCode.Benchmarks.Data;

/// <summary>
/// Random numbers of 64 bits by SplitMix64 (Steele, Lea and Flood, 2014): integer arithmetic only, so that they are the same on every machine.
/// A stream begins at any place, so that parts of a file are drawn independently.
/// </summary>
internal struct RandomNumbers(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number of 32 bits.</summary>
    public uint Bits() => (uint)(Next() >> 32);

    /// <summary>A number from 0, below a limit of 32 bits. The bias is below one in 2^32.</summary>
    public uint Below(uint limit) => (uint)(((ulong)Bits() * limit) >> 32);
}
