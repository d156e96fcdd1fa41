using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>What a boolean is stored as is one.</summary>
internal readonly struct BooleanConversion : IConversion<bool, bool>
{
    public CellFault Convert(bool stored, out bool value)
    {
        value = stored;
        return CellFault.None;
    }
}

/// <summary>A day of the years 1 to 9999; the engine's infinities are none.</summary>
internal readonly struct DateConversion : IConversion<int, int>
{
    public static readonly int First = DateOnly.MinValue.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    public static readonly int Last = DateOnly.MaxValue.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public CellFault Convert(int stored, out int value)
    {
        value = stored;
        return stored >= First && stored <= Last ? CellFault.None : CellFault.Form;
    }
}

/// <summary>A local time that is a midnight, as writers that know no dates store them.</summary>
/// <param name="perDay">Units of the stored number in a day.</param>
internal readonly struct MidnightConversion(long perDay) : IConversion<long, int>
{
    public CellFault Convert(long stored, out int value)
    {
        var (days, rest) = Math.DivRem(stored, perDay);
        value = (int)Math.Clamp(days, int.MinValue, int.MaxValue);
        return rest == 0 && days >= DateConversion.First && days <= DateConversion.Last ? CellFault.None : CellFault.Form;
    }
}

/// <summary>A time in microseconds or in another unit: an instant, or a local time of a zone.</summary>
/// <param name="up">Microseconds in a unit of the stored number, if it is that or longer.</param>
/// <param name="down">Units in a microsecond, if it is shorter.</param>
/// <param name="zone">The zone of a local time; null for UTC and for instants.</param>
internal readonly struct TimestampConversion(long up, long down, ZoneClock? zone) : IConversion<long, long>
{
    private const long Day = 86_400_000_000;
    private static readonly long First = DateConversion.First * Day, Last = (DateConversion.Last + 1L) * Day - 1;

    public CellFault Convert(long stored, out long value)
    {
        value = stored;
        if (up != 1 && Math.BigMul(stored, up, out value) != value >> 63)
            return CellFault.Range;
        if (down != 1)
        {
            value = stored / down;
            if (value * down != stored)
                return CellFault.Precision;
        }

        // A day more on either side, which the zone may bring back.
        if (value < First - Day || value > Last + Day)
            return CellFault.Range;
        value = zone is null ? value : zone.ToUtc(value);
        return value >= First && value <= Last ? CellFault.None : CellFault.Range;
    }
}

/// <summary>A day as its midnight.</summary>
internal readonly struct DateToTimestampConversion(ZoneClock? zone) : IConversion<int, long>
{
    private readonly TimestampConversion _days = new(86_400_000_000, 1, zone);

    public CellFault Convert(int stored, out long value) => _days.Convert(stored, out value);
}

/// <summary>An interval without months, which have no fixed length; a day has 24 hours.</summary>
internal readonly struct IntervalConversion : IConversion<DuckDbInterval, long>
{
    public CellFault Convert(DuckDbInterval stored, out long value)
    {
        var wide = (Int128)stored.Days * 86_400_000_000 + stored.Microseconds;
        value = (long)wide;
        return stored.Months != 0 ? CellFault.Form : value == wide ? CellFault.None : CellFault.Range;
    }
}
