using System.Numerics;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Reading;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>A declared column that is read: where its values go, and how those of a file get there.</summary>
internal sealed class ColumnTarget
{
    private readonly Func<DuckDbColumn, VectorCopy?> _copyOf;

    private ColumnTarget(GrowingColumn column, string fits, Func<DuckDbColumn, VectorCopy?> copyOf) => (Column, Fits, _copyOf) = (column, fits, copyOf);

    public GrowingColumn Column { get; }

    /// <summary>The types of a file that fit, in words.</summary>
    public string Fits { get; }

    public static ColumnTarget Of(ColumnSchema column, ErrorLog log) => column.Type.Kind switch
    {
        ColumnKind.Text => Text(new TextVectorColumn(column, log)),
        ColumnKind.Integer => Scaled(column, log, new IntegerParser().Explain),
        ColumnKind.Decimal or ColumnKind.Money => Scaled(column, log, new ScaledParser(column.Type).Explain),
        ColumnKind.Number => Number(new ValueVectorColumn<double>(column, log, ValueRanges.OfNumbers(column), new NumberParser().Explain)),
        ColumnKind.Boolean => Boolean(new ValueVectorColumn<bool>(column, log, null, new BooleanParser().Explain)),
        ColumnKind.Date => Date(new ValueVectorColumn<int>(column, log, ValueRanges.OfDays(column), new DateParser().Explain)),
        ColumnKind.Timestamp => Timestamp(Longs(column, log, new TimestampParser(null).Explain), ColumnBuilders.ClockOf(column, log)),
        ColumnKind.Duration => Duration(Longs(column, log, new DurationParser().Explain)),
        _ => throw new ArgumentException($"Column `{column.Name}` has the unknown type {column.Type}.", nameof(column)),
    };

    /// <summary>How the values of a file's column are taken over; null when its type does not fit.</summary>
    public VectorCopy? CopyOf(DuckDbColumn stored) => _copyOf(stored);

    private static ColumnTarget Text(TextVectorColumn column) =>
        new(column, "a text", stored => stored.Type == DuckDbType.Varchar ? VectorCopy.Of(column) : null);

    private static ColumnTarget Boolean(ValueVectorColumn<bool> column) =>
        new(column, "a boolean", stored => stored.Type == DuckDbType.Boolean ? VectorCopy.Of<bool, bool, BooleanConversion>(column, default) : null);

    private static ColumnTarget Scaled(ColumnSchema schema, ErrorLog log, Func<CellFault, string, string> explain)
    {
        var column = Longs(schema, log, explain);
        int scale = schema.Type.Scale;
        return new(column, "a number", stored => stored.Type switch
        {
            DuckDbType.Double => VectorCopy.Of<double, long, RealToScaledConversion>(column, new(scale)),
            DuckDbType.Float => VectorCopy.Of<float, long, FloatToScaledConversion>(column, new(scale)),
            _ => WholeNumbers.Dispatch(stored.StoredType, new ToScaled(column, stored.Scale, scale)),
        });
    }

    private static ColumnTarget Number(ValueVectorColumn<double> column) => new(column, "a number", stored => stored.Type switch
    {
        DuckDbType.Double => VectorCopy.Of<double, double, RealConversion<double>>(column, default),
        DuckDbType.Float => VectorCopy.Of<float, double, RealConversion<float>>(column, default),
        _ => WholeNumbers.Dispatch(stored.StoredType, new ToReal(column, stored.Scale)),
    });

    private static ColumnTarget Date(ValueVectorColumn<int> column) => new(column, "a date", stored => stored.Type switch
    {
        DuckDbType.Date => VectorCopy.Of<int, int, DateConversion>(column, default),
        _ => TimeUnit.Of(stored.Type) is { HasZone: false } unit ? VectorCopy.Of<long, int, MidnightConversion>(column, new(unit.PerSecond * 86_400)) : null,
    });

    private static ColumnTarget Timestamp(ValueVectorColumn<long> column, ZoneClock? zone) => new(column, "a timestamp or a date", stored => stored.Type switch
    {
        DuckDbType.Date => VectorCopy.Of<int, long, DateToTimestampConversion>(column, new(zone)),
        _ => TimeUnit.Of(stored.Type) is { } unit ? VectorCopy.Of<long, long, TimestampConversion>(column, new(unit.Up, unit.Down, unit.HasZone ? null : zone)) : null,
    });

    private static ColumnTarget Duration(ValueVectorColumn<long> column) =>
        new(column, "an interval", stored => stored.Type == DuckDbType.Interval ? VectorCopy.Of<DuckDbInterval, long, IntervalConversion>(column, default) : null);

    private static ValueVectorColumn<long> Longs(ColumnSchema column, ErrorLog log, Func<CellFault, string, string> explain) => new(column, log, ValueRanges.OfLongs(column), explain);

    private readonly struct ToScaled(ValueVectorColumn<long> column, int from, int to) : WholeNumbers.IUse<VectorCopy>
    {
        public VectorCopy Of<TStored>() where TStored : unmanaged, IBinaryInteger<TStored> =>
            VectorCopy.Of<TStored, long, ScaledConversion<TStored>>(column, new(from, to));
    }

    private readonly struct ToReal(ValueVectorColumn<double> column, int scale) : WholeNumbers.IUse<VectorCopy>
    {
        public VectorCopy Of<TStored>() where TStored : unmanaged, IBinaryInteger<TStored> =>
            VectorCopy.Of<TStored, double, ScaledToRealConversion<TStored>>(column, new(scale));
    }
}
