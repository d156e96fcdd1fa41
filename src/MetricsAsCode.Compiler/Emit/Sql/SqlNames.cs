using System.Text;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

// Engines do not tell upper from lower case in names, quoted or not; the language does. The first of several names that differ in nothing else stays
// as it is, in ordinal order; the others get a number that makes them names of their own. What is longer than engines keep is cut, and told apart by a number made of all of it.

/// <summary>The names that tables and columns have in statements, not yet quoted.</summary>
public static class SqlNames
{
    // PostgreSQL has 63 bytes, and some of our own names have a word or number more.
    private const int Longest = 48;

    public static string Of(ColumnSymbol column) => Of(Short(column.Name), [.. column.Source.Columns.Select(c => Short(c.Name))]);

    public static string Of(Plan plan, SourceSymbol source) => Of(Short(plan.NameOf(source)), [.. plan.Sources.Select(s => Short(plan.NameOf(s.Source)))]);

    /// <summary>A name that no engine cuts.</summary>
    public static string Short(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= Longest)
            return name;
        int length = Math.Min(name.Length, Longest);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > Longest || char.IsHighSurrogate(name[length - 1]))
            length--;
        return FormattableString.Invariant($"{name.Substring(0, length)}_{HashOf(name):x8}");
    }

    // FNV-1a.
    private static uint HashOf(string name) => Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, static (hash, b) => unchecked((hash ^ b) * 16777619u));

    private static string Of(string name, IReadOnlyList<string> all)
    {
        string[] alike = [.. all.Where(n => AreAlike(n, name)).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal)];
        int place = Array.IndexOf(alike, name);
        if (place <= 0)
            return name;
        string own;
        do
        {
            own = $"{name}_{SqlText.Of(place + 1)}";
            place += alike.Length;
        }
        while (all.Any(n => AreAlike(n, own)));
        return own;
    }

    private static bool AreAlike(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
