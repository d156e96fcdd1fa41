using System.Globalization;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Naming;

/// <summary>Reads periods and days of the command line.</summary>
internal static class PeriodNames
{
    private const string Examples = "Write e.g. 2026, 2026-Q3, 2026-07, 2026-W31, 2026-07-01, FY2027-Q1, 2026-07-01..2026-09-30 or \"last month\"";

    /// <exception cref="ToolException">The text is no period.</exception>
    public static Period Read(string written) =>
        Period.TryParse(written, out var period) ? period : throw ToolException.Usage($"`{written}` is not a period. {Examples}.");

    /// <summary>The last day that counts.</summary>
    /// <exception cref="ToolException">The text is no day, or the calendar ends with it.</exception>
    public static DateOnly ReadDay(string written) =>
        !DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? throw ToolException.Usage($"--as-of `{written}` is not a day. Write e.g. 2026-09-30.")
        : day == DateOnly.MaxValue
            ? throw ToolException.Usage($"--as-of `{written}` is the calendar's last day, whose end is in no year. Write 9999-12-30 or an earlier day.")
        : day;

    public static Grain? ReadGrain(string? written) => written switch
    {
        null => null,
        "day" => Grain.Day,
        "week" => Grain.Week,
        "month" => Grain.Month,
        "quarter" => Grain.Quarter,
        "year" => Grain.Year,
        _ => throw ToolException.Usage($"`{written}` is not a grain. It takes day, week, month, quarter, year."),
    };
}
