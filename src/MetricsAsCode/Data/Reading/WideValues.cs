namespace MetricsAsCode.Data.Reading;

/// <summary>The stored values of a column as 64-bit whole numbers, equal exactly where the values are.</summary>
internal static class WideValues
{
    public static ReadOnlySpan<long> Of(Column column) => column switch
    {
        ValueColumn<long> longs => longs.Values,
        ValueColumn<int> ints => Widen(ints.Values, static v => v),
        ValueColumn<bool> bools => Widen(bools.Values, static v => v ? 1 : 0),
        ValueColumn<double> doubles => Widen(doubles.Values, static v => BitConverter.DoubleToInt64Bits(v + 0.0)),
        _ => throw new ArgumentException($"Column `{column.Name}` of type {column.Type} has no fixed-width values.", nameof(column)),
    };

    private static long[] Widen<T>(ReadOnlySpan<T> values, Func<T, long> widen)
    {
        var wide = new long[values.Length];
        for (int row = 0; row < wide.Length; row++)
            wide[row] = widen(values[row]);
        return wide;
    }
}
