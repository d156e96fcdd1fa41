namespace MetricsAsCode.Simulation;

/// <summary>
/// A seeded generator of 64 random bits a step (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// Every entity draws from its own, found by number: rows can be made in any order, one at a time, and none has to be kept.
/// Only the four operations on doubles follow a draw, so that each machine gives the same bytes.
/// </summary>
internal struct SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    private SplitMix64(ulong state) => _state = state;

    /// <summary>The generator of one entity, e.g. of ticket 17. Kinds of entities have different streams.</summary>
    public static SplitMix64 Of(ulong seed, int stream, long index) =>
        new(Mix(Mix(seed + (Golden * (ulong)(stream + 1))) + (Golden * (ulong)(index + 1))));

    /// <summary>The generator as published, from a state.</summary>
    public static SplitMix64 From(ulong state) => new(state);

    public ulong Next() => Mix(_state += Golden);

    /// <summary>At least 0 and less than 1, on the grid of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of 0 to count - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>One of first to last.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public T Any<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
