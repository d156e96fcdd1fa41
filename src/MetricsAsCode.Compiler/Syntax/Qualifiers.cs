namespace MetricsAsCode.Compiler.Syntax;

/// <summary>The words that stand before a dot in a text, wherever they stand.</summary>
internal static class Qualifiers
{
    public static HashSet<string> In(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (int dot = text.IndexOf('.'); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            int end = dot;
            while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '`'))
            {
                end--;
            }

            int start = end;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            {
                start--;
            }

            if (start < end)
            {
                found.Add(text.Substring(start, end - start));
            }
        }

        return found;
    }
}
