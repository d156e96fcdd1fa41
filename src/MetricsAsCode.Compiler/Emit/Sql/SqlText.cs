using System.Globalization;
using System.Text;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Foreign text inside SQL: whatever it holds, it stays inside its quotes or its comment.</summary>
public static class SqlText
{
    /// <summary>A name as DuckDB has it.</summary>
    public static string Name(string name) => Name(name, SqlDialect.DuckDb);

    /// <summary>A name.</summary>
    public static string Name(string name, SqlDialect dialect)
    {
        if (IsPlain(name))
            return name;
        string quote = dialect.NameQuote.ToString();
        return quote + Escaped(name.Replace("\0", ""), dialect).Replace(quote, quote + quote) + quote;
    }

    /// <summary>A text literal as DuckDB has it.</summary>
    public static string Quote(string text) => Quote(text, SqlDialect.DuckDb);

    /// <summary>A text literal. The character NUL, which would end the statement, is written by its number.</summary>
    public static string Quote(string text, SqlDialect dialect)
    {
        string Quoted(string part) => $"'{Escaped(part, dialect).Replace("'", "''")}'";
        if (text.IndexOf('\0') < 0)
            return Quoted(text);
        return dialect.BackslashEscapes ? Quoted(text).Replace("\0", "\\0") : $"({string.Join(" || chr(0) || ", text.Split('\0').Select(Quoted))})";
    }

    /// <summary>Text for one line of a comment.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i > 0 && char.IsSurrogatePair(text[i - 1], text[i]) || i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            line.Append(char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' || (char.IsSurrogate(text[i]) && !isPair) ? ' ' : text[i]);
        }

        return line.ToString();
    }

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The largest number of 38 digits, so many of them behind the point.</summary>
    public static string Largest(int scale) => new string('9', SqlValue.MaxDigits - scale) + (scale == 0 ? "" : "." + new string('9', scale));

    /// <summary>A double literal: digits with an exponent.</summary>
    public static string Double(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOf('E') < 0 ? text + "e0" : text;
    }

    /// <summary>The words of a name as SQL can have them without quotes.</summary>
    public static string Word(string name)
    {
        var word = new StringBuilder(name.Length);
        foreach (char c in name)
            word.Append(c is >= 'a' and <= 'z' or >= '0' and <= '9' ? c : c is >= 'A' and <= 'Z' ? char.ToLowerInvariant(c) : '_');
        string text = word.ToString().Trim('_');
        return text.Length == 0 || text[0] is >= '0' and <= '9' ? "n" + text : text;
    }

    private static string Escaped(string text, SqlDialect dialect) => dialect.BackslashEscapes ? text.Replace("\\", "\\\\") : text;

    // Names of several words, which are no words of SQL: everything else is quoted. These are words although they have an underscore.
    private static bool IsPlain(string name) =>
        name.Contains('_') && !IsWord(name) && name.All(c => c is >= 'a' and <= 'z' or '_' or >= '0' and <= '9') && name[0] is >= 'a' and <= 'z';

    private static bool IsWord(string name) =>
        name is "pivot_longer" or "pivot_wider" or "try_cast" || name.StartsWith("current_", StringComparison.Ordinal) || name.StartsWith("session_", StringComparison.Ordinal);
}
