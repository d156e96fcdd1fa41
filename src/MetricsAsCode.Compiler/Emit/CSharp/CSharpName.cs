using System.Globalization;
using System.Text;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Names of the language as C# identifiers.</summary>
internal static class CSharpName
{
    // The reserved words only: contextual ones are names wherever the emitter uses a name.
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit "
        + "extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out "
        + "override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
        + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary><c>churn_rate</c> becomes <c>ChurnRate</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder();
        bool starts = true;
        foreach (char c in name)
        {
            if (IsLetterOrDigit(c))
                pascal.Append(starts ? char.ToUpperInvariant(c) : c);
            starts = !IsLetterOrDigit(c);
        }

        return pascal.Length == 0 ? "Unnamed" : char.IsDigit(pascal[0]) ? "N" + pascal : pascal.ToString();
    }

    /// <summary><c>order_lines</c> becomes <c>orderLines</c>.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    /// <summary>The name as C# code: a reserved word with <c>@</c> before it.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    private static bool IsLetterOrDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;
}
