using System.Globalization;
using System.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data.Chunks;

/// <summary>Random files of sound rows: every type, written in every way, quotes where they need not be, line breaks inside them, and columns that nobody declares.</summary>
internal static class RandomCsv
{
    private static readonly string[] Notes = ["", "a", "né", "日本", "plain text", "exactly 16 bytes", "seventeen bytes !", "a \"b\" c", "\"", "\"\"", "x,y", "two\nlines", "cr\rlf\r\n.", "\n", "𝄞"];
    private static readonly string[] Cities = ["Rome", "New York", "São Paulo"];

    public static SourceSchema Schema { get; } = new("data",
    [
        Csv.Integer("id") with { IsKey = true },
        Csv.Text("note") with { IsOptional = true },
        Csv.Of("at", ColumnKind.Timestamp) with { Zone = "Asia/Kolkata" },
        Csv.Of("seen", ColumnKind.Timestamp) with { IsOptional = true },
        Csv.Text("city") with { AllowedTexts = Cities },
        Csv.Of("amount", ColumnKind.Money, 2) with { Low = -1000 },
        Csv.Of("ratio", ColumnKind.Number) with { IsOptional = true },
        Csv.Of("ok", ColumnKind.Boolean) with { IsOptional = true },
        Csv.Of("day", ColumnKind.Date) with { FileName = "The day" },
        Csv.Of("took", ColumnKind.Duration) with { IsOptional = true, Low = -100_000_000 },
        Csv.Of("rank", ColumnKind.Integer) with { IsOptional = true, Low = 1, High = 5 },
    ]);

    /// <summary>The text of a file.</summary>
    public static string Of(Random random, int rows)
    {
        string lineEnd = random.Next(3) == 0 ? "\r\n" : "\n";
        int quotes = random.Next(4);
        var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
        string[] order = [.. Schema.Columns.Select(c => c.FileName ?? c.Name), "other", "x\ny"];
        random.Shuffle(order);
        text.AppendJoin(',', order.Select(name => Quote(name, isForced: false))).Append(lineEnd);
        for (int row = 0; row < rows; row++)
            text.AppendJoin(',', order.Select(name => Cell(random, name, row, quotes))).Append(lineEnd);
        return random.Next(3) == 0 && rows > 0 ? text.ToString(0, text.Length - lineEnd.Length) : text.ToString();
    }

    private static string Cell(Random random, string column, int row, int quotes)
    {
        string? text = column switch
        {
            "id" => ((row * 7919L) + (row % 5 == 0 ? 10_000_000_000 : 0)).ToString(CultureInfo.InvariantCulture),
            "note" => random.Next(3) == 0 ? null : Notes[random.Next(Notes.Length)],
            "at" => Time(random),
            "seen" => random.Next(4) == 0 ? null : Time(random),
            "city" => Cities[Math.Min(2, random.Next(20))],
            "amount" => Number(random, 2),
            "ratio" => random.Next(3) == 0 ? null : random.Next(4) == 0 ? random.NextDouble().ToString("R", CultureInfo.InvariantCulture) : Number(random, random.Next(5)),
            "ok" => random.Next(3) == 0 ? null : new[] { "true", "FALSE", "1", "0", "False" }[random.Next(5)],
            "The day" => Day(random),
            "took" => new[] { null, "PT1H30M", "2 hours", "-PT5S" }[random.Next(4)],
            "rank" => random.Next(2) == 0 ? null : (1 + random.Next(5)).ToString(CultureInfo.InvariantCulture),
            _ => Notes[random.Next(Notes.Length)],
        };
        return text is null ? "" : Quote(text, isForced: text.Length == 0 || (quotes > 0 && random.Next(quotes * quotes) == 0));
    }

    private static string Quote(string text, bool isForced) =>
        isForced || text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(Random random, int digits)
    {
        string number = (random.Next(-100_000, 100_000_000) / 100m).ToString($"F{random.Next(digits + 1)}", CultureInfo.InvariantCulture);
        return random.Next(3) == 0 ? number[..Math.Min(number.Length, 3)].TrimEnd('.') : number;
    }

    private static string Day(Random random) => new DateOnly(1999, 1, 1).AddDays(random.Next(12_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(Random random) => Day(random) + random.Next(6) switch
    {
        0 => "",
        1 => "T03:53",
        2 => " 23:59:59.5",
        3 => FormattableString.Invariant($"T{random.Next(24):00}:{random.Next(60):00}:00+05:30"),
        _ => FormattableString.Invariant($"T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}{(random.Next(2) == 0 ? "" : ".123456")}{(random.Next(2) == 0 ? "" : "Z")}"),
    };
}
