namespace MetricsAsCode.Engines.DuckDb;

/// <summary>Names and texts inside SQL: the one place where either is quoted.</summary>
internal static class DuckDbText
{
    /// <summary>A name of anything, e.g. <c>"order"</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty or holds the character NUL, which ends a statement.</exception>
    public static string Identifier(string name) => name.Length > 0 && !name.Contains('\0', StringComparison.Ordinal)
        ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : throw new ArgumentException($"`{name.Replace("\0", "\\0", StringComparison.Ordinal)}` cannot name anything in SQL.", nameof(name));

    /// <summary>A text, e.g. <c>'it''s'</c>. Values of users are better bound as parameters.</summary>
    public static string Literal(string text)
    {
        // The character NUL would end the statement: it is put together from its number.
        string quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        return text.Contains('\0', StringComparison.Ordinal) ? $"({quoted.Replace("\0", "' || chr(0) || '", StringComparison.Ordinal)})" : quoted;
    }
}
