using System.Globalization;

namespace MetricsAsCode.Time;

/// <summary>Periods as text and back; the spellings are those of the language's literals.</summary>
internal static class PeriodText
{
    internal static string Write(Period period) => period.Kind switch
    {
        PeriodKind.Day => Invariant($"{DateOf(period):yyyy-MM-dd}"),
        PeriodKind.Week => Invariant($"{period.YearNumber:0000}-W{period.Number:00}"),
        PeriodKind.Month => Invariant($"{period.YearNumber:0000}-{period.Number:00}"),
        PeriodKind.Quarter => Invariant($"{period.YearNumber:0000}-Q{period.Number}"),
        PeriodKind.Year => Invariant($"{period.YearNumber:0000}"),
        PeriodKind.FiscalQuarter => Invariant($"FY{period.YearNumber:0000}-Q{period.Number}"),
        PeriodKind.FiscalYear => Invariant($"FY{period.YearNumber:0000}"),
        PeriodKind.Range => $"{period.First}..{period.Last}",
        PeriodKind.Relative => WriteRelative(period.Offset, period.Grain!.Value.Word()),
        _ => throw new InvalidOperationException($"There is no period of kind {period.Kind}."),
    };

    internal static DateOnly DateOf(Period day) => new DateOnly(day.YearNumber, 1, 1).AddDays(day.Number - 1);

    internal static Period? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots >= 0 ? ParseRange(text[..dots], text[(dots + 2)..]) : ParseRelative(text) ?? ParseUnit(text);
    }

    private static Period? ParseRange(ReadOnlySpan<char> first, ReadOnlySpan<char> last)
    {
        if (ParseUnit(first.Trim()) is not { } from || ParseUnit(last.Trim()) is not { } to)
            return null;
        return from.Kind == PeriodKind.Day && to.Kind == PeriodKind.Day && DateOf(to) < DateOf(from) ? null : Period.Range(from, to);
    }

    // `this month`, `last month`, `3 months ago`
    private static Period? ParseRelative(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        if (space < 0)
            return null;
        var head = text[..space];
        var rest = text[(space + 1)..].Trim();
        if (head.SequenceEqual("this"))
            return GrainText.TryParse(rest, out var current) ? Period.Relative(0, current) : null;
        if (head.SequenceEqual("last"))
            return GrainText.TryParse(rest, out var past) ? Period.Relative(-1, past) : null;
        if (!rest.EndsWith("s ago", StringComparison.Ordinal) || Digits(head) is not (> 1 and <= 120_000 and var count))
            return null;
        return GrainText.TryParse(rest[..^5], out var grain) ? Period.Relative(-count, grain) : null;
    }

    private static Period? ParseUnit(ReadOnlySpan<char> text)
    {
        var isFiscal = text.StartsWith("FY", StringComparison.Ordinal);
        if (isFiscal)
            text = text[2..];
        if (text.Length < 4 || Digits(text[..4]) is not (>= 1 and var year))
            return null;
        if (text.Length == 4)
            return isFiscal ? Period.FiscalYear(year) : Period.Year(year);
        if (text[4] != '-')
            return null;
        var rest = text[5..];
        if (rest.Length == 2 && rest[0] == 'Q' && Digits(rest[1..]) is >= 1 and <= 4 and var quarter)
            return isFiscal ? Period.FiscalQuarter(year, quarter) : Period.Quarter(year, quarter);
        return isFiscal ? null : ParseFiner(year, rest);
    }

    private static Period? ParseFiner(int year, ReadOnlySpan<char> rest)
    {
        if (rest.Length == 3 && rest[0] == 'W' && Digits(rest[1..]) is >= 1 and var week)
            return week <= ISOWeek.GetWeeksInYear(year) ? Period.Week(year, week) : null;
        if (rest.Length < 2 || Digits(rest[..2]) is not (>= 1 and <= 12 and var month))
            return null;
        if (rest.Length == 2)
            return Period.Month(year, month);
        if (rest.Length != 5 || rest[2] != '-' || Digits(rest[3..]) is not (>= 1 and var day))
            return null;
        return day <= DateTime.DaysInMonth(year, month) ? Period.Day(new DateOnly(year, month, day)) : null;
    }

    private static string WriteRelative(int offset, string grain) => offset switch
    {
        0 => $"this {grain}",
        -1 => $"last {grain}",
        _ => Invariant($"{-offset} {grain}s ago"),
    };

    private static int? Digits(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
