using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

// 1. A state keeps something for each slot; a slot is an elementary stretch of time of one member of a scope.
// 2. Adding rows and merging states commute exactly: counts, exact sums, extremes, bitmaps, and values that are ordered at the end. So results depend
//    neither on the order of rows nor on which thread has seen which of them.
// 3. A row whose value or filter overflows takes the value from every stretch that holds it, and from no other.

/// <summary>What an aggregate keeps while its table is read.</summary>
/// <param name="slots">The number of slots.</param>
internal abstract class TallyState(int slots)
{
    private Bitmap? overflown;

    protected int Slots { get; } = slots;

    /// <summary>An empty state of the same form, for another thread.</summary>
    public abstract TallyState Fork();

    /// <summary>Takes in a block's rows.</summary>
    public void Add(in TallyBlock block, ValueLane? values)
    {
        Overflow(block, block.Failed, block.Failed);
        if (values?.Overflown is { } rows)
            Overflow(block, block.Hits, rows);
        Accumulate(block, values);
    }

    /// <summary>Takes in what another state of the same form has.</summary>
    public void Merge(TallyState other)
    {
        if (other.overflown is { } theirs)
            (overflown ??= new Bitmap(Slots)).Or(theirs);
        Absorb(other);
    }

    /// <summary>Puts in order what was taken in; after the last row, before the first reading.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>One reading for each member of a scope.</summary>
    public void Read(AggregateKind kind, double parameter, SlotRuns runs, Span<Cell> cells)
    {
        for (var code = 0; code < cells.Length; code++)
        {
            var run = runs.Of(code);
            cells[code] = IsOverflown(run) ? Cell.None(Reason.Overflow) : ReadRun(kind, parameter, run);
        }
    }

    /// <summary>The rows, or known values, for each member of a scope; 0 where one has overflowed.</summary>
    public void Count(SlotRuns runs, Span<long> counts)
    {
        for (var code = 0; code < counts.Length; code++)
        {
            var run = runs.Of(code);
            counts[code] = IsOverflown(run) ? 0 : CountRun(run);
        }
    }

    /// <summary>Whether a row of a member of a scope has overflowed.</summary>
    public bool IsOverflown(SlotRuns runs, int code) => IsOverflown(runs.Of(code));

    /// <summary>Whether any row has overflowed.</summary>
    public bool HasOverflown => overflown is not null;

    /// <summary>Whether a row in a run of slots has overflowed.</summary>
    public bool IsOverflown(SlotRun run)
    {
        for (var slot = run.From; overflown is not null && slot < run.To; slot += run.Step)
        {
            if (overflown[slot])
                return true;
        }

        return false;
    }

    protected abstract void Accumulate(in TallyBlock block, ValueLane? values);

    protected abstract void Absorb(TallyState other);

    protected abstract Cell ReadRun(AggregateKind kind, double parameter, SlotRun run);

    protected abstract long CountRun(SlotRun run);

    /// <summary>The exact numbers of a reading, one for each member of a scope; false when they have to be read cell by cell.</summary>
    public virtual bool TryRead(AggregateKind kind, SlotRuns runs, int members, out ExactNumbers numbers)
    {
        numbers = default;
        return false;
    }

    protected Exception Unread(AggregateKind kind) => new InvalidOperationException($"{kind} cannot be read from {GetType().Name}.");

    private void Overflow(in TallyBlock block, ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> rows)
    {
        foreach (var row in new SetBits(hits, rows))
        {
            if (block.SlotOf(row) is >= 0 and var slot)
                (overflown ??= new Bitmap(Slots))[slot] = true;
        }
    }
}
