using MetricsAsCode.Calculation.States;

namespace MetricsAsCode.Calculation.Scan;

// The ends of all cuts divide time into elementary stretches; each cut is a contiguous run of them. Only those that some cut holds are kept, as buckets
// numbered in order of time. Rows of a static source are all in one bucket.

/// <summary>The buckets into which one tally's rows fall, and which of them each cut holds.</summary>
internal sealed class Buckets
{
    private readonly int[] numbers;

    /// <summary>The buckets of cuts.</summary>
    /// <param name="cuts">Cuts of dated rows; null for a static source.</param>
    public Buckets(IReadOnlyCollection<Cut>? cuts)
    {
        IsStatic = cuts is null;
        var full = cuts?.Where(c => !c.IsEmpty).ToArray() ?? [];
        Bounds = [.. full.SelectMany(c => c.Start == long.MinValue ? [c.End] : new[] { c.Start, c.End }).Distinct().Order()];
        numbers = new int[Bounds.Length + 1];
        foreach (var (first, last) in full.Select(ElementsOf))
            numbers.AsSpan(first..last).Fill(1);
        for (var element = 0; element < numbers.Length; element++)
            numbers[element] = numbers[element] == 0 ? -1 : Count++;
        if (IsStatic)
            Count = 1;
    }

    public bool IsStatic { get; }

    /// <summary>The instants at which one elementary stretch ends and the next begins.</summary>
    public long[] Bounds { get; }

    /// <summary>How many buckets there are.</summary>
    public int Count { get; private set; }

    /// <summary>The buckets that one of the cuts holds.</summary>
    public SlotRuns RunsOf(Cut cut)
    {
        if (IsStatic)
            return new SlotRuns(1, 0, 1);
        if (cut.IsEmpty)
            return new SlotRuns(Count, 0, 0);
        var (first, last) = ElementsOf(cut);
        return new SlotRuns(Count, numbers[first], numbers[last - 1] + 1);
    }

    /// <summary>The bucket by elementary stretch of a finer division, counted from 1; -1 for stretches that no cut holds and for 0, no time.</summary>
    public int[] Within(TimeBoundsOf finer)
    {
        var wanted = new int[finer.Instants.Length + 2];
        wanted[0] = -1;
        for (var element = 0; element <= finer.Instants.Length; element++)
            wanted[element + 1] = numbers[element == 0 ? 0 : CountNotAfter(finer.Instants[element - 1])];
        return wanted;
    }

    private (int First, int Last) ElementsOf(Cut cut) => (cut.Start == long.MinValue ? 0 : CountNotAfter(cut.Start), CountNotAfter(cut.End));

    private int CountNotAfter(long instant)
    {
        var at = Array.BinarySearch(Bounds, instant);
        return at >= 0 ? at + 1 : ~at;
    }
}
