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
    // Up to so many bits in all (64 MB), or as many as the rows themselves take, each slot that has a member gets a bitmap.
    private const long DenseBits = 1L << 29;
    private const int BitsPerRow = 64;

    protected int Domain { get; } = domain;

    public static DistinctState Create(int slots, int domain, int rows) =>
        (long)slots * Math.Max(domain, 64) <= Math.Max(DenseBits, (long)rows * BitsPerRow) ? new DenseDistinctState(slots, domain) : new SparseDistinctState(slots, domain);

    /// <summary>The members that a run of slots has together.</summary>
    public abstract Members Set(SlotRun run);

    protected override Cell ReadRun(AggregateKind kind, double parameter, SlotRun run) =>
        kind is AggregateKind.Distinct or AggregateKind.Count ? Cell.Of(CountRun(run)) : throw Unread(kind);

    protected override long CountRun(SlotRun run) => Set(run).Count;
}
