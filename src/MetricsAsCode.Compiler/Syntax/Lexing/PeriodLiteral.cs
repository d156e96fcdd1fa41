using System.Globalization;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>
/// Dates and periods as written: <c>2026 2026-Q3 2026-07 2026-W31 2026-07-01 FY2027 FY2027-Q1</c>. Years have four digits, months, days and weeks two.
/// Weeks are those of ISO 8601.
/// </summary>
public static class PeriodLiteral
{
    /// <summary>The period, or null and why there is none, as a sentence that follows "`2026-13` does not exist."</summary>
    public static UnitPeriod? Read(string written, TextSpan span, out string problem)
    {
        bool isFiscal = written.StartsWith("FY", StringComparison.Ordinal);
        string[] parts = (isFiscal ? written.Substring(2) : written).Split('-');
        int year = parts[0].Length == 4 ? Digits(parts[0]) : -1;
        UnitPeriod Make(Grain grain, int number) => new(grain, isFiscal, year, number, written, span);

        problem = year < 0 ? NotAPeriod(written, isFiscal) : year == 0 ? "Years run from 0001 to 9999." : "";
        if (problem.Length > 0)
        {
            return null;
        }

        var (grain, number, why) = (parts.Length, isFiscal) switch
        {
            (1, _) => (Grain.Year, 1, ""),
            (2, _) when parts[1][0] == 'Q' => Quarter(parts[1]),
            (_, true) => (default, 0, "A fiscal period is a year or a quarter, such as `FY2027` or `FY2027-Q1`."),
            (2, _) when parts[1][0] == 'W' => Week(year, parts[1]),
            (2, _) => Month(parts[1]),
            (3, _) => Day(year, parts[1], parts[2]),
            _ => (default, 0, "Dates look like `2026-07-01`."),
        };
        problem = why;
        return why.Length == 0 ? Make(grain, number) : null;
    }

    /// <summary>A bare year, which is a number until a period is due: four digits from 0001.</summary>
    public static UnitPeriod ReadYear(string digits, TextSpan span) => new(Grain.Year, false, Digits(digits), 1, digits, span);

    /// <summary>The day on which a calendar unit begins; of a fiscal one, as if the fiscal year were the calendar's.</summary>
    public static DateTime FirstDay(UnitPeriod period) => period.Grain switch
    {
        Grain.Day => new DateTime(period.Year, 1, 1).AddDays(period.Number - 1),
        Grain.Week => FirstMonday(period.Year).AddDays(7 * (period.Number - 1)),
        Grain.Month => new DateTime(period.Year, period.Number, 1),
        Grain.Quarter => new DateTime(period.Year, (3 * period.Number) - 2, 1),
        _ => new DateTime(period.Year, 1, 1),
    };

    /// <summary>52 or 53: the long years begin on a Thursday, or on a Wednesday when they are leap years.</summary>
    public static int WeeksIn(int year)
    {
        var first = new DateTime(year, 1, 1).DayOfWeek;
        bool isLong = first == DayOfWeek.Thursday || (first == DayOfWeek.Wednesday && DateTime.IsLeapYear(year));
        return isLong ? 53 : 52;
    }

    /// <summary>Of the week that holds 4 January.</summary>
    private static DateTime FirstMonday(int year)
    {
        var fourth = new DateTime(year, 1, 4);
        return fourth.AddDays(-(((int)fourth.DayOfWeek + 6) % 7));
    }

    private static (Grain Grain, int Number, string Why) Quarter(string written) =>
        written.Length == 2 && written[1] is >= '1' and <= '4'
            ? (Grain.Quarter, written[1] - '0', "")
            : (Grain.Quarter, 0, "Quarters run from `Q1` to `Q4`.");

    private static (Grain Grain, int Number, string Why) Week(int year, string written)
    {
        int week = written.Length == 3 ? Digits(written.Substring(1)) : -1;
        return week < 0 ? (Grain.Week, 0, "A week has two digits, such as `W07`.")
            : week >= 1 && week <= WeeksIn(year) ? (Grain.Week, week, "")
            : (Grain.Week, 0, Invariant($"The weeks of {year} run from `W01` to `W{WeeksIn(year)}`."));
    }

    private static (Grain Grain, int Number, string Why) Month(string written)
    {
        int month = TwoDigits(written);
        return month < 0 ? (Grain.Month, 0, "A month has two digits, such as `07`.")
            : month is >= 1 and <= 12 ? (Grain.Month, month, "")
            : (Grain.Month, 0, "Months run from `01` to `12`.");
    }

    private static (Grain Grain, int Number, string Why) Day(int year, string writtenMonth, string writtenDay)
    {
        var (_, month, why) = Month(writtenMonth);
        if (why.Length > 0)
        {
            return (Grain.Day, 0, why);
        }

        int day = TwoDigits(writtenDay);
        int last = DateTime.DaysInMonth(year, month);
        return day < 0 ? (Grain.Day, 0, "A day has two digits, such as `01`.")
            : day >= 1 && day <= last ? (Grain.Day, new DateTime(year, month, day).DayOfYear, "")
            : (Grain.Day, 0, Invariant($"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year} has {last} days."));
    }

    private static string NotAPeriod(string written, bool isFiscal)
    {
        int dash = written.IndexOf('-');
        return isFiscal || dash < 0
            ? "A fiscal year has four digits, such as `FY2027`."
            : $"A year has four digits. To subtract, put blanks around the sign: `{written.Substring(0, dash)} - {written.Substring(dash + 1)}`.";
    }

    private static int TwoDigits(string written) => written.Length == 2 ? Digits(written) : -1;

    private static int Digits(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
