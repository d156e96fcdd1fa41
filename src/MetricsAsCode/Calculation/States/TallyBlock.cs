namespace MetricsAsCode.Calculation.States;

/// <summary>A block's rows as a state sees them.</summary>
/// <param name="from">The first row.</param>
/// <param name="slots">Each row's slot, -1 for none.</param>
/// <param name="hits">The rows that pass every filter.</param>
/// <param name="failed">The rows for which a filter overflowed.</param>
internal readonly ref struct TallyBlock(int from, ReadOnlySpan<int> slots, ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> failed)
{
    public readonly int From = from;
    public readonly ReadOnlySpan<int> Slots = slots;
    public readonly ReadOnlySpan<ulong> Hits = hits;
    public readonly ReadOnlySpan<ulong> Failed = failed;
}
