using System.Numerics;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Tables;

/// <summary>Dates and timestamps in the product's zone.</summary>
internal sealed class Clock(Calendar calendar)
{
    /// <summary>"A date beside a timestamp is its local midnight."</summary>
    public Instant InstantOf(Scalar time) => time switch
    {
        DateScalar date => calendar.StartOf(date.Date),
        TimestampScalar timestamp => new Instant(timestamp.Microseconds),
        _ => throw new InvalidOperationException($"{time} is no time."),
    };

    public DateScalar DateOf(Scalar time) => time as DateScalar ?? DateScalar.Of(calendar.DateOf(InstantOf(time)));

    /// <summary>0 to 23, as the zone's clocks show it.</summary>
    public int HourOf(Scalar time) => TimeZoneInfo.ConvertTimeFromUtc(InstantOf(time).ToUtc(), calendar.Zone).Hour;

    /// <summary>ISO: 1 is Monday, 7 Sunday.</summary>
    public int WeekdayOf(Scalar time) => DateOf(time).Date.DayOfWeek is var day && day == DayOfWeek.Sunday ? 7 : (int)day;

    /// <summary>Later by a duration in microseconds. "Times are microseconds, years 1 to 9999."</summary>
    public TimestampScalar Later(Scalar time, ReferenceNumber duration)
    {
        var microseconds = InstantOf(time).Microseconds + duration.ToRational().RoundHalfEven();
        return microseconds >= Instant.MinValue.Microseconds && microseconds <= Instant.MaxValue.Microseconds
            ? new TimestampScalar((long)microseconds)
            : throw new NoValueException(Reason.Overflow);
    }

    /// <summary>The duration from one time to another: "date - date is calendar days of 24 hours".</summary>
    public NumberScalar Between(Scalar from, Scalar to) => (from, to) switch
    {
        (DateScalar a, DateScalar b) => Scalar.Of((b.Days - a.Days) * TimeSpan.MicrosecondsPerDay),
        _ => Scalar.Of(ReferenceNumber.Integer((BigInteger)InstantOf(to).Microseconds - InstantOf(from).Microseconds)),
    };
}
