using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The elementary stretch of time of each row of the block, among all that the pass needs on one time column.</summary>
internal sealed class TimeLane(TimeColumn time, TimeBounds bounds) : Lane
{
    private readonly int[] stretches = new int[BlockRows];
    private Block? block;
    private bool isFilled;

    /// <summary>The first and the last stretch, counted from 1, that rows of the block may be in, 0 standing for rows without a time; null when some have a time and some have none.</summary>
    public (int First, int Last)? Range { get; private set; }

    /// <summary>By row 1 + the stretch's number, 0 without a time.</summary>
    public ReadOnlySpan<int> Stretches
    {
        get
        {
            var rows = stretches.AsSpan(0, block!.To - block.From);
            if (!isFilled)
                time.Fill(block.From, bounds, rows);
            isFilled = true;
            return rows;
        }
    }

    protected override void Compute(Block next)
    {
        (block, isFilled) = (next, false);
        Range = time.RangeOf(next.From, next.To, bounds);
    }
}
