using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>The cells of a column for the rows of a block, along references if any lead to it.</summary>
/// <typeparam name="T">long (integer, scaled decimal and money, timestamp and duration in microseconds), double, int (date in days) or bool.</typeparam>
public readonly ref struct Cells<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> values;
    private readonly UnpackedCells<T>? unpacked;

    internal Cells(ReadOnlySpan<T> values, ReadOnlySpan<ulong> known)
    {
        this.values = values;
        Known = known;
    }

    internal Cells(UnpackedCells<T> unpacked, ReadOnlySpan<ulong> known)
    {
        this.unpacked = unpacked;
        Known = known;
    }

    /// <summary>One value for each row; what stands at a missing one means nothing.</summary>
    internal ReadOnlySpan<T> Values => unpacked is null ? values : unpacked.Values;

    /// <summary>How many rows there are.</summary>
    internal int Count => unpacked?.Count ?? values.Length;

    /// <summary>The steps of the rows of a packed column; null when it has its own width.</summary>
    internal PackedRows? Packed => unpacked?.Packed;

    /// <summary>Bits of the rows whose value is not missing; empty when none is.</summary>
    internal ReadOnlySpan<ulong> Known { get; }
}

/// <summary>The cells of a text column for the rows of a block, along references if any lead to it.</summary>
public readonly ref struct TextCells
{
    internal TextCells(TextColumn column, ReadOnlySpan<int> codes)
    {
        Column = column;
        Codes = codes;
    }

    internal TextCells(TextColumn column, ReadOnlySpan<byte> bytes)
    {
        Column = column;
        Bytes = bytes;
    }

    internal TextColumn Column { get; }

    /// <summary>Whether <see cref="Bytes"/> stand for the codes.</summary>
    internal bool IsNarrow => !Bytes.IsEmpty;

    /// <summary>By row 1 + the code in one byte, 0 where the text is missing; else nothing.</summary>
    internal ReadOnlySpan<byte> Bytes { get; }

    /// <summary>One code of the column's dictionary for each row, -1 where the text is missing; nothing when there are bytes.</summary>
    internal ReadOnlySpan<int> Codes { get; }
}
