namespace MetricsAsCode.Data.Reading;

/// <summary>The stored values of a column as 64-bit whole numbers, equal exactly where the values are.</summary>
internal static class WideValues
{
    public static ReadOnlySpan<long> Of(Column column) => column switch
    {
        ValueColumn<long> longs => longs.Values.IsWide ? longs.Values.Wide : longs.Values.ToArray(),
        ValueColumn<int> ints => Widen(ints.Values.Wide, static v => v),
        ValueColumn<bool> bools => Widen(bools.Values.Wide, static v => v ? 1 : 0),
        ValueColumn<double> doubles => Widen(doubles.Values.Wide, static v => BitConverter.DoubleToInt64Bits(v + 0.0)),
        _ => throw new ArgumentException($"Column `{column.Name}` of type {column.Type} has no fixed-width values.", nameof(column)),
    };

    /// <summary>Some of them, from a row on; of texts the codes.</summary>
    public static void Copy(Column column, int first, Span<long> values)
    {
        switch (column)
        {
            case ValueColumn<long> longs:
                longs.Values.CopyTo(first, values);
                break;
            case TextColumn texts:
                CopyCodes(texts.Codes, first, values);
                break;
            case ValueColumn<int> ints:
                Widen(ints.Values.Wide.Slice(first, values.Length), values);
                break;
            case ValueColumn<bool> bools:
                for (int row = 0; row < values.Length; row++)
                    values[row] = bools[first + row] ? 1 : 0;
                break;
            case ValueColumn<double> doubles:
                for (int row = 0; row < values.Length; row++)
                    values[row] = BitConverter.DoubleToInt64Bits(doubles[first + row] + 0.0);
                break;
            default:
                throw new ArgumentException($"Column `{column.Name}` of type {column.Type} has no values.", nameof(column));
        }
    }

    private static void CopyCodes(TextCodes codes, int first, Span<long> values)
    {
        for (int row = 0; row < values.Length; row++)
            values[row] = codes[first + row];
    }

    private static void Widen(ReadOnlySpan<int> ints, Span<long> longs)
    {
        for (int row = 0; row < ints.Length; row++)
            longs[row] = ints[row];
    }

    private static long[] Widen<T>(ReadOnlySpan<T> values, Func<T, long> widen)
    {
        var wide = new long[values.Length];
        for (int row = 0; row < wide.Length; row++)
            wide[row] = widen(values[row]);
        return wide;
    }
}
