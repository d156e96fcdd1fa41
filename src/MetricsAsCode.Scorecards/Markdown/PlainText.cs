using System.Globalization;
using System.Text;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>Text on one line, without characters that hide or reorder other text, cut to a length.</summary>
internal static class PlainText
{
    internal const string Ellipsis = "…";
    private const int NoBreakSpace = 0xA0;

    /// <summary>The text on one line; when it has more than <paramref name="limit"/> characters, the last one is an ellipsis.</summary>
    internal static string OneLine(string text, int? limit)
    {
        var result = new StringBuilder(Math.Min(text.Length, limit ?? text.Length) + 1);
        string? gap = null;
        var length = 0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsGap(rune))
            {
                gap = result.Length == 0 ? null : gap is null && rune.Value == NoBreakSpace && char.IsAsciiDigit(result[^1]) ? "\u00A0" : " ";
                continue;
            }

            length += gap is null ? 1 : 2;
            if (length > limit)
                return result.ToString(0, end).TrimEnd() + Ellipsis;
            if (gap is not null)
                result.Append(Rune.IsDigit(rune) ? gap : " ");
            gap = null;
            result.Append(IsHidden(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
            if (length < limit)
                end = result.Length;
        }

        return result.ToString();
    }

    private static bool IsGap(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    // The zero-width (non-)joiner shapes letters and emoji; tag characters and all other format characters only hide or reorder.
    private static bool IsHidden(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
