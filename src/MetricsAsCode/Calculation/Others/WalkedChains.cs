using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

// 1. The rows of each step stand in runs, one for each entity, in order of time: a chain goes on at the first row of the next run that is not before its last
//    row, found by halving, and steps over the rows that it holds already.
// 2. Rows at one instant follow each other in any order of the steps; which of them is taken first is decided by their key.

/// <summary>The chains that begin with the rows of a source, by row.</summary>
internal sealed class WalkedChains
{
    private readonly Chain chain;
    private readonly RowRuns[] runs;

    public WalkedChains(BoundData data, Chain chain)
    {
        this.chain = chain;
        var entries = chain.Steps[0].Rows.Source;
        var rows = data[entries].RowCount;
        (Depth, Mature) = (new long[rows], new bool[rows]);
        Elapsed = [.. chain.Steps.Select(_ => new long[rows])];
        Reached = [.. chain.Steps.Select(_ => new Bitmap(rows))];
        runs = [.. chain.Steps.Select(step => RunsOf(data, step))];
        for (var entity = 0; entity < runs[0].Count; entity++)
            Walk(entity);
        Ripen(data, entries);
    }

    public long[] Depth { get; }

    public bool[] Mature { get; }

    /// <summary>By step: microseconds from the entry.</summary>
    public long[][] Elapsed { get; }

    /// <summary>By step: the rows whose chain reaches it.</summary>
    public Bitmap[] Reached { get; }

    private RowRuns RunsOf(BoundData data, ChainStep step) => RowRuns.Of(
        data, step.Rows, EntityCodes.Of(data, step.Rows.Source, [step.Entity]), new TimesOfRows(data, step.Rows.Source, step.Rows.Time!, asInstants: !chain.CountsDays), step.Order);

    private void Walk(int entity)
    {
        var entries = runs[0].Rows(entity);
        var times = runs[0].Times(entity);
        Span<int> held = stackalloc int[chain.Steps.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            held[0] = entries[i];
            Reach(entries[i], 0, 0);
            var at = times[i];
            for (var step = 1; step < runs.Length; step++)
            {
                var next = Next(entity, step, at, held);
                var candidates = runs[step].Times(entity);
                if (next >= candidates.Length || candidates[next] - times[i] > chain.Within)
                    break;
                (at, held[step]) = (candidates[next], runs[step].Rows(entity)[next]);
                Reach(entries[i], step, at - times[i]);
            }
        }
    }

    private void Reach(int row, int step, long elapsed)
    {
        Depth[row] = step + 1;
        Elapsed[step][row] = elapsed;
        Reached[step][row] = true;
    }

    // The place of the first row of the step that is not before an instant and not held.
    private int Next(int entity, int step, long at, ReadOnlySpan<int> held)
    {
        var rows = runs[step].Rows(entity);
        var times = runs[step].Times(entity);
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = times[middle] < at ? (middle + 1, high) : (low, middle);
        }

        while (low < rows.Length && IsHeld(rows[low], step, held))
            low++;
        return low;
    }

    private bool IsHeld(int row, int step, ReadOnlySpan<int> held)
    {
        var source = chain.Steps[step].Rows.Source;
        for (var before = 0; before < step; before++)
        {
            if (held[before] == row && string.Equals(chain.Steps[before].Rows.Source, source, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Between dates the window is over when every day that may lie in it has ended.
    private void Ripen(BoundData data, string source)
    {
        var clock = new TimesOfRows(data, source, chain.Steps[0].Rows.Time!, asInstants: !chain.CountsDays);
        var asOf = data.AsOf?.Microseconds ?? long.MinValue;
        for (var row = 0; row < Mature.Length; row++)
        {
            if (clock.At(row) is not { } time)
                continue;
            var end = (Int128)time + chain.Within;
            Mature[row] = chain.CountsDays ? IsOver(data, (end / TimeSpan.MicrosecondsPerDay) - (end < 0 && end % TimeSpan.MicrosecondsPerDay != 0 ? 1 : 0), asOf) : end <= asOf;
        }
    }

    private static bool IsOver(BoundData data, Int128 day, long asOf) =>
        day < Days.Of(DateOnly.MaxValue) && data.Calendar.StartOf(Days.Date((int)day + 1)).Microseconds <= asOf;
}
