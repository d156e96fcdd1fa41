using System.Globalization;
using System.Text;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Scorecards.Pictures.Svg;

// Which font a reader has is not known, so widths are those of the widest usual sans-serif (Verdana, DejaVu Sans), by kind of character.
// In narrower fonts some room stays empty; nothing ever runs over its end.

/// <summary>How wide a text is at most, and what of it fits.</summary>
internal static class TextWidth
{
    private const double Bold = 1.12;

    internal static double Of(string text, double size, bool isBold = false) => text.EnumerateRunes().Sum(Ems) * size * (isBold ? Bold : 1);

    /// <summary>The text on one line without what hides or reorders; cut with an ellipsis where it would be wider than <paramref name="room"/>.</summary>
    internal static string Fit(string text, double size, double room, bool isBold = false)
    {
        // No character that shows is narrower than a quarter of the size, so a longer text need not be read to its end.
        var plain = PlainText.OneLine(text, 4 + (int)(Math.Max(room, 0) / size * 4));
        if (Of(plain, size, isBold) <= room)
            return plain;
        var left = room - Of(PlainText.Ellipsis, size, isBold);
        var kept = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
        {
            left -= Ems(rune) * size * (isBold ? Bold : 1);
            if (left < 0)
                break;
            kept.Append(rune);
        }

        return kept.ToString().TrimEnd() + PlainText.Ellipsis;
    }

    /// <summary>The text on two lines at most, broken between words; what is left over is cut.</summary>
    internal static IReadOnlyList<string> Wrap(string text, double size, double firstRoom, double secondRoom, bool isBold = false)
    {
        var plain = PlainText.OneLine(text, 4 + (int)(Math.Max(firstRoom + secondRoom, 0) / size * 4));
        if (Of(plain, size, isBold) <= firstRoom)
            return [plain];
        var (end, width) = (0, 0.0);
        for (var i = 0; i < plain.Length && width <= firstRoom; i++)
        {
            if (plain[i] == ' ')
                end = i;
            width += Rune.TryGetRuneAt(plain, i, out var rune) ? Ems(rune) * size * (isBold ? Bold : 1) : 0;
        }

        return end == 0 ? [Fit(plain, size, firstRoom, isBold)] : [plain[..end], Fit(plain[(end + 1)..], size, secondRoom, isBold)];
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or '\'' or '|' or '.' or ',' or ':' or ';' or '!' or ' ' => 0.34,
        'f' or 't' or 'r' or 'I' or '(' or ')' or '[' or ']' or '/' or '\\' or '-' => 0.43,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 1,
        >= '0' and <= '9' => 0.64,
        >= 'a' and <= 'z' => 0.62,
        >= 'A' and <= 'Z' => 0.75,
        < 0x80 => 0.8,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : rune.Value < 0x2000 ? 0.8 : 1.1,
    };
}
