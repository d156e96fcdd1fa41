namespace MetricsAsCode.Data.Parsing;

/// <summary>Calendar days, e.g. <c>2026-07-01</c>, years 0001 to 9999.</summary>
internal readonly struct DateParser : ICellParser<int>
{
    /// <summary>The number of 1970-01-01 among all days.</summary>
    public static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public CellFault Parse(ReadOnlySpan<byte> cell, out int value)
    {
        value = 0;
        return cell.Length == 10 && TryDays(cell, out value) ? CellFault.None : CellFault.Form;
    }

    public string Explain(CellFault fault, string shown) => $"{shown} is not a date. Write it like `2026-07-01`.";

    /// <summary>Days since 1970-01-01 of the ten bytes at the start of a text.</summary>
    public static bool TryDays(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (!(Digits.TryTwo(text, 0, out int century) & Digits.TryTwo(text, 2, out int rest) & Digits.TryTwo(text, 5, out int month) & Digits.TryTwo(text, 8, out int day)))
            return false;
        int year = century * 100 + rest;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        days = new DateOnly(year, month, day).DayNumber - Epoch;
        return true;
    }
}
