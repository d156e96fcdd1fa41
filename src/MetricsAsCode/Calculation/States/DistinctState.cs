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

/// <summary>One bitmap for each slot that has a member.</summary>
internal sealed class DenseDistinctState(int slots, int domain) : DistinctState(slots, domain)
{
    private readonly Bitmap?[] sets = new Bitmap?[slots];

    public override TallyState Fork() => new DenseDistinctState(Slots, Domain);

    public override Members Set(int from, int to)
    {
        var union = to - from == 1 ? sets[from] : null;
        for (var slot = from; to - from > 1 && slot < to; slot++)
        {
            if (sets[slot] is { } set)
                (union ??= new Bitmap(Domain)).Or(set);
        }

        return new Members(union ?? new Bitmap(Domain));
    }

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<int>)values!;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] is >= 0 and var slot)
                (sets[slot] ??= new Bitmap(Domain))[lane.Values[row]] = true;
        }
    }

    protected override void Absorb(TallyState other)
    {
        var theirs = ((DenseDistinctState)other).sets;
        for (var slot = 0; slot < sets.Length; slot++)
        {
            if (theirs[slot] is not { } set)
                continue;
            if (sets[slot] is { } mine)
                mine.Or(set);
            else
                sets[slot] = set;
        }
    }
}

/// <summary>Pairs of slot and member, for slots without number: e.g. the products of each of a million customers.</summary>
internal sealed class SparseDistinctState(int slots, int domain) : DistinctState(slots, domain)
{
    private readonly Gathered<int> members = new(slots);

    public override TallyState Fork() => new SparseDistinctState(Slots, Domain);

    public override void Finish() => members.Arrange();

    public override Members Set(int from, int to)
    {
        var sorted = members.Of(from, to).ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        }

        return new Members(sorted[..count]);
    }

    protected override void Accumulate(in TallyBlock block, ValueLane? values)
    {
        var lane = (ValueLane<int>)values!;
        foreach (var row in new SetBits(block.Hits, lane.Known))
        {
            if (block.Slots[row] >= 0)
                members.Add(block.Slots[row], lane.Values[row]);
        }
    }

    protected override void Absorb(TallyState other) => members.Add(((SparseDistinctState)other).members);
}
