namespace MetricsAsCode.Data;

/// <summary>Some rows of a packed column.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">The first row.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PackedRows(Packed Column, int From, int Count)
{
    public ReadOnlySpan<byte> Bytes => Column.Bytes.Slice(From, Count);

    public ReadOnlySpan<ushort> Shorts => Column.Shorts.Slice(From, Count);

    public ReadOnlySpan<uint> Ints => Column.Ints.Slice(From, Count);
}
