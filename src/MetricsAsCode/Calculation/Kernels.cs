namespace MetricsAsCode.Calculation;

/// <summary>
/// Sets the bits of the block's rows for which a condition is known to be true. Bit i of <paramref name="hits"/> stands for row <c>rows.From + i</c>;
/// all bits are zero on entry. Loops over the whole block; called once per block, never per row.
/// </summary>
public delegate void FilterKernel(Block rows, Span<ulong> hits);

/// <summary>
/// Computes a value for every row of the block: <paramref name="values"/>[i] is that of row <c>rows.From + i</c>, and bit i of <paramref name="known"/>
/// says whether it is known (all bits zero on entry). Integer overflow throws <see cref="OverflowException"/>: the aggregate then has no value.
/// </summary>
/// <typeparam name="T">long (integer, date in days, timestamp and duration in microseconds), double, Int128 (scaled exact) or bool.</typeparam>
public delegate void ValueKernel<T>(Block rows, Span<T> values, Span<ulong> known);

/// <summary>Computes a text for every row of the block; null is missing.</summary>
public delegate void TextKernel(Block rows, Span<string?> values);
