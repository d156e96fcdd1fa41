using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The values of an own column where they stand: nothing is copied.</summary>
internal sealed class ColumnLane<T>(ValueColumn<T> column) : ValueLane<T>
    where T : unmanaged
{
    private static readonly ulong[] All = [.. Enumerable.Repeat(ulong.MaxValue, BlockWords)];
    private int from;
    private int to;

    public override ReadOnlySpan<T> Values => column.Values[from..to];

    public override ReadOnlySpan<ulong> Known => column.Known is { } known ? known.Words[(from >> 6)..((to + 63) >> 6)] : All.AsSpan(0, (to - from + 63) >> 6);

    protected override void Compute(Block block) => (from, to) = (block.From, block.To);
}
