using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The values of an own column, where they stand unless they are packed.</summary>
internal sealed class ColumnLane<T>(ValueColumn<T> column) : ValueLane<T>
    where T : unmanaged
{
    private static readonly ulong[] All = [.. Enumerable.Repeat(ulong.MaxValue, BlockWords)];
    private readonly T[] scratch = column.Values.IsWide ? [] : new T[BlockRows];
    private int from;
    private int to;

    public override ReadOnlySpan<T> Values => scratch.Length == 0 ? column.Values.Wide[from..to] : scratch.AsSpan(0, to - from);

    public override ReadOnlySpan<ulong> Known => column.Known is { } known ? known.Words[(from >> 6)..((to + 63) >> 6)] : All.AsSpan(0, (to - from + 63) >> 6);

    protected override void Compute(Block block)
    {
        (from, to) = (block.From, block.To);
        if (scratch.Length > 0)
            column.Values.Slice(from, scratch.AsSpan(0, to - from));
    }
}
