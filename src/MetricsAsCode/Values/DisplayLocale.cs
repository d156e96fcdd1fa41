using MetricsAsCode.Shared;

namespace MetricsAsCode.Values;

/// <summary>How digits, percentages and amounts are written. A product's <c>locale</c> chooses it; it never changes a number, nor what goes into JSON and CSV.</summary>
public sealed record DisplayLocale
{
    private const char NoBreakSpace = '\u00A0';
    private const int LowestGroup = 3;

    private readonly LocaleRow row;
    private readonly char groupMark;
    private readonly char decimalMark;
    private readonly int higherGroup;

    private DisplayLocale(LocaleRow row)
    {
        this.row = row;
        var number = row.Number.Replace(' ', NoBreakSpace);
        var firstGroup = number.TakeWhile(char.IsAsciiDigit).Count();
        (groupMark, decimalMark) = (number[firstGroup], number[^2]);
        // Of 1234567, two digits in front are those of groups of two, one is that of groups of three.
        higherGroup = firstGroup == 2 ? 2 : LowestGroup;
    }

    /// <summary>1,234,567.89 and 50.0%; amounts by the code of their currency: that of a product which names no locale.</summary>
    public static DisplayLocale Invariant { get; } = new(new LocaleRow("", "1,234,567.5", "#%", "", "#"));

    /// <summary>The locale of that name, e.g. <c>en-IN</c>: 12,34,567.89 and Rs 12,34,567.89. The invariant one for null and for a name that is not known, which the compiler reports.</summary>
    public static DisplayLocale Of(string? locale) => locale is not null && Locales.Find(locale) is { } known ? new DisplayLocale(known) : Invariant;

    /// <summary>The name, e.g. <c>en-IN</c>; empty for the invariant one.</summary>
    public string Name => row.Tag;

    /// <summary>Marks and groups of a number written as <c>-1234.5</c>.</summary>
    internal string Number(string plain)
    {
        var sign = plain[0] == '-' ? "-" : "";
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain[sign.Length..] : plain[sign.Length..point];
        return sign + Group(whole) + (point < 0 ? "" : decimalMark + plain[(point + 1)..]);
    }

    /// <summary>A number in its form as a percentage.</summary>
    internal string Percent(string number) => Filled(row.Percent, number);

    /// <summary>A number in its form as an amount; without a currency it stays as it is.</summary>
    internal string Money(string number, string? currency) =>
        string.IsNullOrEmpty(currency) ? number : string.Equals(currency, row.Currency, StringComparison.Ordinal) ? Filled(row.Money, number) : $"{number} {currency}";

    private static string Filled(string pattern, string number) =>
        number[0] == '-' ? "-" + pattern.Replace("#", number[1..], StringComparison.Ordinal) : pattern.Replace("#", number, StringComparison.Ordinal);

    private string Group(string digits)
    {
        var end = digits.Length - LowestGroup;
        if (end <= 0 || (row.KeepsFourTogether && end == 1))
            return digits;
        var text = digits[end..];
        for (; end > 0; end -= higherGroup)
            text = $"{digits[Math.Max(0, end - higherGroup)..end]}{groupMark}{text}";
        return text;
    }
}
