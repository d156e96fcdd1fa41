using System.Globalization;

namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>Numbers, lengths of time, dates and texts as literals of the language.</summary>
public static class NumberText
{
    private static readonly (decimal Microseconds, string Word)[] LongestFirst =
    [
        (86_400_000_000m, "day"),
        (3_600_000_000m, "hour"),
        (60_000_000m, "minute"),
        (1_000_000m, "second"),
    ];

    /// <summary>All digits and no more: <c>0.20</c> is <c>0.2</c>.</summary>
    public static string Of(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return text.IndexOf('.') < 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>In the largest unit that leaves a whole number, else in seconds.</summary>
    public static string Duration(decimal microseconds)
    {
        foreach (var (unit, word) in LongestFirst)
        {
            if (microseconds % unit == 0)
                return Units(microseconds / unit, word);
        }

        return Units(microseconds / 1_000_000m, "second");
    }

    public static string Date(decimal days) => Epoch.AddDays((double)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The instant in UTC, to the microsecond where it has any.</summary>
    public static string Timestamp(decimal microseconds)
    {
        var time = Epoch.AddTicks((long)microseconds * 10);
        string form = time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return time.ToString(form, CultureInfo.InvariantCulture);
    }

    public static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t") + "\"";

    private static DateTime Epoch => new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static string Units(decimal count, string word) => $"{Of(count)} {word}{(Math.Abs(count) == 1 ? "" : "s")}";
}
