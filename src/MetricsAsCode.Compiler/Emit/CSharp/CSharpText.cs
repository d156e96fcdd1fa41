using System.Globalization;
using System.Numerics;
using System.Text;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Foreign text inside C#: whatever it holds, it stays inside its quotes, its comment, its element.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                quoted.Append(c).Append(text[++i]);
            else
                quoted.Append(c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    _ when IsPlain(c) => c.ToString(),
                    _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A list of string literals, e.g. <c>["a", "b"]</c>.</summary>
    public static string Quote(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    /// <summary>Text for one line of a comment.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
            line.Append(IsPlain(c) || char.IsSurrogate(c) ? c : ' ');
        return Whole(line.ToString());
    }

    /// <summary>Text for an XML documentation comment, split at its line breaks.</summary>
    public static IEnumerable<string> Xml(string text) => text
        .Replace("\r\n", "\n")
        .Split('\n')
        .Select(line => Comment(line).Trim().Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"))
        .Where(line => line.Length > 0);

    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    public static string Double(decimal value)
    {
        string text = ((double)value).ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    /// <summary>The double nearest to mantissa / 10^scale, by its decimal digits: the C# compiler rounds once.</summary>
    public static string Double(BigInteger mantissa, int scale)
    {
        string digits = BigInteger.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        string fraction = scale == 0 ? "0" : digits.Substring(digits.Length - scale);
        return $"{(mantissa.Sign < 0 ? "-" : "")}{digits.Substring(0, digits.Length - scale)}.{fraction}";
    }

    public static string Long(BigInteger value) =>
        value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary>A 128-bit constant, by its halves.</summary>
    public static string Int128(BigInteger value)
    {
        var mask = (BigInteger.One << 64) - 1;
        string high = ((value >> 64) & mask).ToString(CultureInfo.InvariantCulture);
        return $"new Int128({high}UL, {(value & mask).ToString(CultureInfo.InvariantCulture)}UL)";
    }

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Neither a control character nor one that ends a line, hides, or turns the direction of writing.</summary>
    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>A lone half of a surrogate pair cannot be written to a file.</summary>
    private static string Whole(string text)
    {
        var whole = text.ToCharArray();
        for (int i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
                i++;
            else if (char.IsSurrogate(whole[i]))
                whole[i] = ' ';
        }

        return new string(whole);
    }
}
