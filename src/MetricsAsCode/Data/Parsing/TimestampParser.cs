namespace MetricsAsCode.Data.Parsing;

/// <summary>
/// Instants in ISO 8601: <c>2026-07-01</c> (midnight), <c>2026-07-01T03:53</c>, <c>2026-07-01 03:53:00.123456+05:30</c>.
/// <list type="number">
/// <item>An offset or <c>Z</c> wins; without one the time is local in the column's zone, or UTC when the column has none.</item>
/// <item>A local time that occurs twice is the first of the two instants; one that a clock change skips moves forward by the gap.</item>
/// <item>Digits finer than a microsecond must be zeros.</item>
/// </list>
/// </summary>
internal readonly struct TimestampParser(ZoneClock? zone) : ICellParser<long>
{
    private const long Second = 1_000_000, Day = 86_400 * Second;

    // 0001-01-01T00:00Z and the last microsecond of 9999.
    internal const long First = -719_162 * Day, Last = 2_932_897 * Day - 1;

    public CellFault Parse(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        if (!DateParser.TryDays(cell, out int days))
            return CellFault.Form;
        value = days * Day;
        var rest = cell[10..];
        long? offset = null;
        if (!rest.IsEmpty)
        {
            var fault = ParseTime(rest, out long time, out offset);
            if (fault != CellFault.None)
                return fault;
            value += time;
        }

        value = offset is { } o ? value - o : zone is null ? value : zone.ToUtc(value);
        return value is < First or > Last ? CellFault.Range : CellFault.None;
    }

    public string Explain(CellFault fault, string shown) => fault switch
    {
        CellFault.Range => $"{shown} is outside the years 1 to 9999 in UTC.",
        CellFault.Precision => $"{shown} is finer than a microsecond. Write at most six digits of a second.",
        _ => $"{shown} is not a time. Write it like `2026-07-01T13:45:00`, with `Z` or an offset like `+05:30` if it is not in the column's zone.",
    };

    private static CellFault ParseTime(ReadOnlySpan<byte> text, out long time, out long? offset)
    {
        time = 0;
        offset = null;
        if (text.Length < 6 || text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[3] != ':')
            return CellFault.Form;
        if (!(Digits.TryTwo(text, 1, out int hour) & Digits.TryTwo(text, 4, out int minute)) || hour > 23 || minute > 59)
            return CellFault.Form;
        time = (hour * 60L + minute) * 60 * Second;
        var rest = text[6..];
        var fault = CellFault.None;
        if (!rest.IsEmpty && rest[0] == ':')
            fault = ParseSeconds(ref rest, ref time);
        return fault != CellFault.None || rest.IsEmpty || TryOffset(rest, out offset) ? fault : CellFault.Form;
    }

    private static CellFault ParseSeconds(ref ReadOnlySpan<byte> text, ref long time)
    {
        if (text.Length < 3 || !Digits.TryTwo(text, 1, out int second) || second > 59)
            return CellFault.Form;
        time += second * Second;
        text = text[3..];
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
            return CellFault.None;
        int at = 1;
        bool isFiner = false;
        for (long unit = Second / 10; at < text.Length && Digits.Of(text[at]) is var digit && digit <= 9; at++, unit /= 10)
        {
            time += digit * unit;
            isFiner |= unit == 0 && digit != 0;
        }

        text = text[at..];
        return at == 1 ? CellFault.Form : isFiner ? CellFault.Precision : CellFault.None;
    }

    /// <summary><c>Z</c>, <c>+05:30</c>, <c>+0530</c> or <c>+05</c>.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out long? offset)
    {
        offset = 0;
        if (text is [(byte)'Z' or (byte)'z'])
            return true;
        bool hasColon = text.Length == 6 && text[3] == ':';
        if (text[0] is not ((byte)'+' or (byte)'-') || !(hasColon || text.Length is 3 or 5))
            return false;
        int minutes = 0;
        if (!Digits.TryTwo(text, 1, out int hours) || (text.Length > 3 && !Digits.TryTwo(text, text.Length - 2, out minutes)) || hours > 23 || minutes > 59)
            return false;
        offset = (hours * 60L + minutes) * 60 * Second * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
