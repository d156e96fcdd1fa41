using System.Text;

namespace MetricsAsCode.Data.Parsing;

/// <summary>
/// Lengths of time, exact to the microsecond: ISO 8601 of weeks, days (of 24 hours), hours, minutes and seconds, e.g. <c>PT1H30M</c> or <c>-P1DT0.5S</c>,
/// or a number with a unit in words, e.g. <c>2 hours</c>. Years and months have no fixed length and are refused.
/// </summary>
internal readonly struct DurationParser : ICellParser<long>
{
    private const long Second = 1_000_000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour, Week = 7 * Day;

    public CellFault Parse(ReadOnlySpan<byte> cell, out long value)
    {
        int sign = !cell.IsEmpty && cell[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var text = cell[sign..];
        Int128 total = 0;
        var fault = !text.IsEmpty && text[0] == 'P' ? ParseIso(text[1..], ref total) : ParseWords(text, ref total);
        if (sign == 1 && cell[0] == '-')
            total = -total;
        value = (long)Int128.Clamp(total, long.MinValue, long.MaxValue);
        return fault == CellFault.None && value != total ? CellFault.Range : fault;
    }

    public string Explain(CellFault fault, string shown) => fault switch
    {
        CellFault.Range => $"{shown} is longer than 64 bits of microseconds hold, about 292,000 years.",
        CellFault.Precision => $"{shown} is not a whole number of microseconds.",
        _ => $"{shown} is not a duration. Write it like `PT1H30M` or `2 hours`; months and years have no fixed length.",
    };

    private static CellFault ParseIso(ReadOnlySpan<byte> text, ref Int128 total)
    {
        // Designators may only come in this order, so each is looked for after the one before it.
        ReadOnlySpan<byte> order = "WDTHMS"u8;
        if (text.IsEmpty || text[^1] == 'T')
            return CellFault.Form;
        int reached = -1;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && reached < 2)
            {
                reached = 2;
                text = text[1..];
                continue;
            }

            int length = NumberLength(text);
            int place = length < text.Length ? order.IndexOf(text[length]) : -1;
            bool isFractional = text[..length].ContainsAny((byte)'.', (byte)',');
            if (place <= reached || place == 2 || (place > 2 && reached < 2) || (isFractional && length + 1 < text.Length))
                return CellFault.Form;
            long unit = place switch { 0 => Week, 1 => Day, 3 => Hour, 4 => Minute, _ => Second };
            if (Add(text[..length], unit, ref total) is var fault && fault != CellFault.None)
                return fault;
            reached = place;
            text = text[(length + 1)..];
        }

        return CellFault.None;
    }

    private static CellFault ParseWords(ReadOnlySpan<byte> text, ref Int128 total)
    {
        int length = NumberLength(text);
        long unit = length < text.Length && text[length] == ' ' ? UnitOf(text[(length + 1)..]) : 0;
        return unit == 0 ? CellFault.Form : Add(text[..length], unit, ref total);
    }

    private static long UnitOf(ReadOnlySpan<byte> word)
    {
        if (word.Length > 1 && word[^1] == 's')
            word = word[..^1];
        return Ascii.Equals(word, "microsecond"u8) ? 1
            : Ascii.Equals(word, "millisecond"u8) ? 1000
            : Ascii.Equals(word, "second"u8) ? Second
            : Ascii.Equals(word, "minute"u8) ? Minute
            : Ascii.Equals(word, "hour"u8) ? Hour
            : Ascii.Equals(word, "day"u8) ? Day
            : Ascii.Equals(word, "week"u8) ? Week
            : 0;
    }

    private static int NumberLength(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOfAnyExcept("0123456789.,"u8);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Adds number × unit, which must be a whole number of microseconds.</summary>
    private static CellFault Add(ReadOnlySpan<byte> number, long unit, ref Int128 total)
    {
        int point = number.IndexOfAny((byte)'.', (byte)',');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? default : number[(point + 1)..].TrimEnd((byte)'0');
        if (point >= 0 && point == number.Length - 1)
            return CellFault.Form;
        if (Digits.ParseScaled(whole, 0, out long units) is var wholeFault && wholeFault != CellFault.None)
            return wholeFault;
        long parts = 0;
        if (!fraction.IsEmpty && Digits.ParseScaled(fraction, 0, out parts) is var fault && fault != CellFault.None)
            return fault == CellFault.Range ? CellFault.Precision : CellFault.Form;
        if (fraction.Length > ColumnType.MaxScale)
            return CellFault.Precision;
        var (micros, rest) = Int128.DivRem((Int128)parts * unit, Digits.PowerOfTen(fraction.Length));
        total += (Int128)units * unit + micros;
        return rest == 0 ? CellFault.None : CellFault.Precision;
    }
}
