using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.States;

/// <summary>The set of known values as entity codes; its value lane holds the codes.</summary>
/// <param name="slots">The number of slots.</param>
/// <param name="domain">How many entities there are.</param>
internal abstract class DistinctState(int slots, int domain) : TallyState(slots)
{
    // Up to so many bits in all (64 MB), each slot that has a member gets a bitmap.
    private const long DenseBits = 1L << 29;

    protected int Domain { get; } = domain;

    public static DistinctState Create(int slots, int domain) =>
        (long)slots * Math.Max(domain, 64) <= DenseBits ? new DenseDistinctState(slots, domain) : new SparseDistinctState(slots, domain);

    /// <summary>The members that a run of slots has together.</summary>
    public abstract Members Set(int from, int to);

    protected override Cell ReadRun(AggregateKind kind, double parameter, int from, int to) =>
        kind is AggregateKind.Distinct or AggregateKind.Count ? Cell.Of(CountRun(from, to)) : throw Unread(kind);

    protected override long CountRun(int from, int to) => Set(from, to).Count;
}
