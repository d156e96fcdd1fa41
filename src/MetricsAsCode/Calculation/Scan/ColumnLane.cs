using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The values of an own column, where they stand unless they are packed.</summary>
internal sealed class ColumnLane<T>(ValueColumn<T> column) : ValueLane<T>
    where T : unmanaged
{
    private static readonly ulong[] All = [.. Enumerable.Repeat(ulong.MaxValue, BlockWords)];
    private readonly T[] unpacked = column.Packed is null ? [] : new T[BlockRows];
    private readonly uint[] steps = column.Packed is null ? [] : new uint[BlockRows];
    private int from;
    private int to;
    private bool isUnpacked;

    /// <summary>The column's values in fewer bytes; null when they have their own width.</summary>
    public Packed? Packed => column.Packed;

    /// <summary>The steps of a packed column, which need not be unpacked for them.</summary>
    public ReadOnlySpan<uint> Steps => column.Packed!.Steps(from, steps.AsSpan(0, to - from));

    public override ReadOnlySpan<T> Values
    {
        get
        {
            if (column.Packed is null)
                return column.Values.Wide[from..to];
            var rows = unpacked.AsSpan(0, to - from);
            if (!isUnpacked)
                column.Values.Slice(from, rows);
            isUnpacked = true;
            return rows;
        }
    }

    public override ReadOnlySpan<ulong> Known => column.Known is { } known ? known.Words[(from >> 6)..((to + 63) >> 6)] : All.AsSpan(0, (to - from + 63) >> 6);

    protected override void Compute(Block block) => (from, to, isUnpacked) = (block.From, block.To, false);
}
