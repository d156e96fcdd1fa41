using System.Globalization;

namespace MetricsAsCode.Time;

/// <summary>A point on the time line, to the microsecond; years 1 to 9999.</summary>
/// <param name="Microseconds">Microseconds since 1970-01-01T00:00Z, negative before.</param>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    /// <summary>0001-01-01T00:00Z.</summary>
    public static Instant MinValue { get; } = FromUtc(DateTime.MinValue);

    /// <summary>9999-12-31T23:59:59.999999Z.</summary>
    public static Instant MaxValue { get; } = FromUtc(DateTime.MaxValue);

    /// <summary>The instant that a UTC clock shows; what is finer than a microsecond is cut off.</summary>
    public static Instant FromUtc(DateTime utc) => new((utc.Ticks / TimeSpan.TicksPerMicrosecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>The instant of a UTC date and time of day.</summary>
    public static Instant FromUtc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        FromUtc(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc));

    /// <summary>What a UTC clock shows at this instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years 1 to 9999.</exception>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(checked(Microseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary>The instant this many microseconds later (earlier when negative).</summary>
    public Instant Plus(long microseconds) => new(checked(Microseconds + microseconds));

    /// <inheritdoc />
    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>ISO 8601 in UTC, with six decimals only where they are not zero: <c>2026-07-01T00:00:00Z</c>.</summary>
    public override string ToString()
    {
        if (this < MinValue || this > MaxValue)
            return Microseconds.ToString(CultureInfo.InvariantCulture) + " us";
        var format = Microseconds % 1_000_000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return ToUtc().ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the left instant is before the right one.</summary>
    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;

    /// <summary>Whether the left instant is after the right one.</summary>
    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;

    /// <summary>Whether the left instant is not after the right one.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;

    /// <summary>Whether the left instant is not before the right one.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;
}
