using System.Globalization;
using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>How the cells of a literal table are written, by type: the same forms that files have.</summary>
internal static class CellForms
{
    private const string Whole = @"[+-]?[0-9]+";
    private const string Seconds = @"(:[0-5][0-9]([.,][0-9]{1,6}0*)?)?";

    private static readonly Regex Integer = Exactly(Whole);
    private static readonly Regex Scaled = Exactly(@"[+-]?([0-9]+(\.(?<fraction>[0-9]+))?|\.(?<fraction>[0-9]+))");
    private static readonly Regex Number64 = Exactly(@"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static readonly Regex Time = Exactly($@"(?<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})([Tt ]([01][0-9]|2[0-3]):[0-5][0-9]{Seconds}([Zz]|[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)?)?");
    private static readonly Regex Words = Exactly(@"[+-]?[0-9]+([.,][0-9]+)? (microsecond|millisecond|second|minute|hour|day|week)s?");
    private static readonly Regex Iso = Exactly(@"[+-]?P(?=.)(?!.*T$)(?<part>[0-9]+([.,][0-9]+)?W)?(?<part>[0-9]+([.,][0-9]+)?D)?(T([0-9]+([.,][0-9]+)?H)?([0-9]+([.,][0-9]+)?M)?([0-9]+([.,][0-9]+)?S)?)?");

    /// <summary>What to write instead; null when the cell fits the type.</summary>
    public static string? Remedy(string cell, ScalarType type) => type.Kind switch
    {
        ScalarKind.Text => null,
        ScalarKind.Integer => IsInteger(cell) ? null : "Write digits only, e.g. `-1234`.",
        ScalarKind.Number => IsNumber(cell) ? null : "Write digits with a point, e.g. `1234.5`.",
        ScalarKind.Decimal or ScalarKind.Money => IsScaled(cell, type.Scale) ? null
            : FormattableString.Invariant($"Write digits with a point, at most {type.Scale} behind it and no more than 64 bits hold."),
        ScalarKind.Boolean => cell.ToLowerInvariant() is "true" or "false" or "1" or "0" ? null : "Write `true` or `false`.",
        ScalarKind.Date => IsDate(cell) ? null : "Write a day that exists, e.g. `2026-07-01`.",
        ScalarKind.Timestamp => IsTime(cell) ? null : "Write e.g. `2026-07-01T13:45:00`, with `Z` or an offset if it is not in the column's zone.",
        ScalarKind.Duration => Words.IsMatch(cell) || Iso.IsMatch(cell) ? null : "Write it like `2 hours` or `PT1H30M`; months and years have no fixed length.",
        _ => throw new InvalidOperationException($"There is no column of {type}."),
    };

    /// <summary>A numeric cell's value; null when it has more digits than a decimal holds, or is none.</summary>
    public static decimal? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    private static bool IsInteger(string cell) => Integer.IsMatch(cell) && long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsNumber(string cell) =>
        Number64.IsMatch(cell) && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value);

    private static bool IsScaled(string cell, int scale)
    {
        var match = Scaled.Match(cell);
        decimal unit = Enumerable.Range(0, scale).Aggregate(1m, (power, _) => power * 10);
        return match.Success && match.Groups["fraction"].Length <= scale && Number(cell) is { } value && Math.Abs(value) <= long.MaxValue / unit;
    }

    private static bool IsDate(string cell) =>
        DateTime.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string cell)
    {
        var match = Time.Match(cell);
        return match.Success && IsDate(match.Groups["date"].Value);
    }

    private static Regex Exactly(string form) => new($@"\A(?:{form})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
