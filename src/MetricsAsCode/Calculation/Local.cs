using System.Runtime.CompilerServices;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>
/// Dates (days since 1970-01-01) and instants (microseconds since 1970-01-01T00:00Z) of rows, in the product's zone; null is missing.
/// </summary>
public static class Local
{
    /// <summary>The first instant of a date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long StartOf(Block rows, int date) => rows.StartOf(date);

    /// <summary>The first instant of a date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? StartOf(Block rows, int? date) => date is { } d ? rows.StartOf(d) : null;

    /// <summary>The date of an instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DateOf(Block rows, long instant) => rows.DateOf(instant);

    /// <summary>The date of an instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? DateOf(Block rows, long? instant) => instant is { } i ? rows.DateOf(i) : null;

    /// <summary>The hour of an instant, 0 to 23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long HourOf(Block rows, long instant) => rows.HourOf(instant);

    /// <summary>The hour of an instant, 0 to 23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? HourOf(Block rows, long? instant) => instant is { } i ? rows.HourOf(i) : null;

    /// <summary>The day of the week of a date: 1 is Monday, 7 Sunday.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    // 1970-01-01 was a Thursday.
    public static long WeekdayOf(int date) => (((date % 7) + 10) % 7) + 1;

    /// <summary>The day of the week of a date: 1 is Monday, 7 Sunday.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? WeekdayOf(int? date) => date is { } d ? WeekdayOf(d) : null;

    /// <summary>The instant so many microseconds later.</summary>
    /// <exception cref="OverflowException">It lies outside the years 1 to 9999.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Later(long instant, long microseconds) => InCalendar(checked(instant + microseconds));

    /// <summary>The instant so many microseconds later.</summary>
    /// <exception cref="OverflowException">It lies outside the years 1 to 9999.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? Later(long? instant, long? microseconds) => instant is { } i && microseconds is { } m ? Later(i, m) : null;

    /// <summary>The instant so many microseconds later.</summary>
    /// <exception cref="OverflowException">It lies outside the years 1 to 9999.</exception>
    public static long? Later(long? instant, Int128? microseconds) => instant is { } i && microseconds is { } m ? Later(i, checked((long)m)) : null;

    /// <summary>The instant so many microseconds later, to the nearest microsecond, half to even.</summary>
    /// <exception cref="OverflowException">It lies outside the years 1 to 9999.</exception>
    public static long? Later(long? instant, double? microseconds) =>
        instant is { } i && microseconds is { } m ? Later(i, checked((long)Math.Round(m, MidpointRounding.ToEven))) : null;

    /// <summary>Calendar days between two dates as microseconds, 24 hours each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Between(int from, int to) => ((long)to - from) * 86_400_000_000;

    /// <summary>Calendar days between two dates as microseconds, 24 hours each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? Between(int? from, int? to) => from is { } a && to is { } b ? Between(a, b) : null;

    private static long InCalendar(long instant) => instant >= Instant.MinValue.Microseconds && instant <= Instant.MaxValue.Microseconds
        ? instant
        : throw new OverflowException($"{instant} microseconds since 1970 lie outside the years 1 to 9999.");
}
