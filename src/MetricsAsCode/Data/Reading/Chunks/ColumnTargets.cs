using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Parsing.Quick;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>Chooses how a column is read by several threads; the same types as in <see cref="ColumnBuilders"/>.</summary>
internal static class ColumnTargets
{
    /// <summary>The column; null when it cannot be read this way.</summary>
    public static ColumnTarget? For(ColumnSchema column, int capacity) => column.Type.Kind switch
    {
        ColumnKind.Text => new TextTarget(column, capacity),
        ColumnKind.Integer => Longs(column, capacity, () => new QuickInteger(), () => new IntegerParser()),
        ColumnKind.Number => Of(column, capacity, ValueRanges.OfNumbers(column), () => new QuickNumber(), () => new NumberParser()),
        ColumnKind.Decimal or ColumnKind.Money => Scaled(column, capacity),
        ColumnKind.Boolean => Of(column, capacity, (ValueRange<bool>?)null, () => new QuickBoolean(), () => new BooleanParser()),
        ColumnKind.Date => Of(column, capacity, ValueRanges.OfDays(column), () => new QuickDate(new Months()), () => new DateParser()),
        ColumnKind.Timestamp => Timestamps(column, capacity),
        ColumnKind.Duration => Longs(column, capacity, () => new NoQuickParser<long>(), () => new DurationParser()),
        _ => null,
    };

    private static ColumnTarget? Scaled(ColumnSchema column, int capacity) => column.Type.Scale switch
    {
        0 => Longs(column, capacity, () => new QuickInteger(), () => new ScaledParser(column.Type)),
        > 0 and <= QuickScaled.LargestScale => Longs(column, capacity, () => new QuickScaled(column.Type.Scale), () => new ScaledParser(column.Type)),
        > 0 and <= ColumnType.MaxScale => Longs(column, capacity, () => new NoQuickParser<long>(), () => new ScaledParser(column.Type)),
        _ => null,
    };

    private static ColumnTarget? Timestamps(ColumnSchema column, int capacity)
    {
        if (column.Zone is null)
            return Longs(column, capacity, () => new QuickTimestamp(new Months(), null), () => new TimestampParser(null));
        // What a clock remembers is for one thread.
        return ZoneClock.Find(column.Zone) is null
            ? null
            : Longs(column, capacity, () => new QuickTimestamp(new Months(), ZoneClock.Find(column.Zone)), () => new TimestampParser(ZoneClock.Find(column.Zone)));
    }

    private static ValueTarget<long> Longs<TQuick, TParser>(ColumnSchema column, int capacity, Func<TQuick> quick, Func<TParser> parser)
        where TQuick : struct, IQuickParser<long>
        where TParser : struct, ICellParser<long> =>
        Of(column, capacity, ValueRanges.OfLongs(column), quick, parser);

    private static ValueTarget<T> Of<T, TQuick, TParser>(ColumnSchema column, int capacity, ValueRange<T>? range, Func<TQuick> quick, Func<TParser> parser)
        where T : unmanaged, IComparable<T>
        where TQuick : struct, IQuickParser<T>
        where TParser : struct, ICellParser<T> =>
        new(column, capacity, range, (target, most) => new ValueFiller<T, TQuick, TParser>(target, quick(), parser(), most));
}
