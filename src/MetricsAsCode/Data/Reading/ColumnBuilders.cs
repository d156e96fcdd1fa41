using MetricsAsCode.Data.Parsing;

namespace MetricsAsCode.Data.Reading;

/// <summary>Chooses the builder of a column by its type: the one place that knows how each type is parsed.</summary>
internal static class ColumnBuilders
{
    public static ColumnBuilder For(ColumnSchema column, ErrorLog log) => column.Type.Kind switch
    {
        ColumnKind.Text => new TextBuilder(column, log),
        ColumnKind.Integer => Longs(column, log, new IntegerParser()),
        ColumnKind.Number => new ValueBuilder<double, NumberParser>(column, log, new NumberParser(), ValueRanges.OfNumbers(column)),
        ColumnKind.Decimal or ColumnKind.Money => Longs(column, log, new ScaledParser(CheckedScale(column))),
        ColumnKind.Boolean => new ValueBuilder<bool, BooleanParser>(column, log, new BooleanParser(), null),
        ColumnKind.Date => new ValueBuilder<int, DateParser>(column, log, new DateParser(), ValueRanges.OfDays(column)),
        ColumnKind.Timestamp => Longs(column, log, new TimestampParser(ClockOf(column, log))),
        ColumnKind.Duration => Longs(column, log, new DurationParser()),
        _ => throw new ArgumentException($"Column `{column.Name}` has the unknown type {column.Type}.", nameof(column)),
    };

    private static ValueBuilder<long, TParser> Longs<TParser>(ColumnSchema column, ErrorLog log, TParser parser) where TParser : struct, ICellParser<long> =>
        new(column, log, parser, ValueRanges.OfLongs(column));

    private static ColumnType CheckedScale(ColumnSchema column) => column.Type.Scale is >= 0 and <= ColumnType.MaxScale
        ? column.Type
        : throw new ArgumentException($"Column `{column.Name}` has the scale {column.Type.Scale}, not one of 0 to {ColumnType.MaxScale}.", nameof(column));

    /// <summary>The clock of a column; null for UTC, and for a zone that this machine does not know, which is logged.</summary>
    public static ZoneClock? ClockOf(ColumnSchema column, ErrorLog log)
    {
        if (column.Zone is null)
            return null;
        var clock = ZoneClock.Find(column.Zone);
        if (clock is null)
            log.Add(0, 0, column.Name, null, $"the time zone {ErrorLog.Show(column.Zone)} is not known on this machine. Write an IANA name like `Asia/Kolkata`, or install the time zone data.");
        return clock;
    }
}
