namespace MetricsAsCode.Data.Parsing;

/// <summary>
/// Local times of an IANA zone as instants. A local time that occurs twice is the first instant; one that a clock change skips moves forward by the gap,
/// which is what reading it with the offset before the change does.
/// </summary>
/// <remarks>
/// Only the conversion from UTC is asked of the system: its answers for local times prefer the second instant and differ at changes of the standard offset.
/// </remarks>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private const long Day = 86_400_000_000;
    private const int CacheSize = 1024;

    // Days around which the offset does not change, by their low bits: nearly every row's answer is one look here.
    private readonly long[] _cachedDays = [.. Enumerable.Repeat(long.MinValue, CacheSize)];
    private readonly long[] _cachedOffsets = new long[CacheSize];

    /// <summary>The clock of a zone, or null when the machine does not know it.</summary>
    public static ZoneClock? Find(string iana) => TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? new ZoneClock(zone) : null;

    /// <summary>Microseconds since 1970-01-01T00:00Z of a local time given as microseconds since 1970-01-01T00:00 on the local clock.</summary>
    public long ToUtc(long local)
    {
        long day = local >= 0 ? local / Day : (local - Day + 1) / Day;
        int slot = (int)(day & (CacheSize - 1));
        if (_cachedDays[slot] == day)
            return local - _cachedOffsets[slot];
        long before = OffsetAt((day - 1) * Day);
        long after = OffsetAt((day + 2) * Day);
        if (before != after || OffsetAt(day * Day) != before || OffsetAt((day + 1) * Day) != before)
            return Resolve(local, before, after);
        _cachedDays[slot] = day;
        _cachedOffsets[slot] = before;
        return local - before;
    }

    private long Resolve(long local, long before, long after)
    {
        long first = local - Math.Max(before, after), second = local - Math.Min(before, after);
        if (local - OffsetAt(first) == first)
            return first;
        return local - OffsetAt(second) == second ? second : local - before;
    }

    private long OffsetAt(long utc)
    {
        long ticks = Math.Clamp(DateTime.UnixEpoch.Ticks + utc * TimeSpan.TicksPerMicrosecond, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks / TimeSpan.TicksPerMicrosecond;
    }
}
