using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

// Engines do not tell upper from lower case in names, quoted or not; the language does. The first of several names that differ in nothing else stays
// as it is, in ordinal order; the others get a number that makes them names of their own.

/// <summary>The names that tables and columns have in statements, not yet quoted.</summary>
public static class SqlNames
{
    public static string Of(ColumnSymbol column) => Of(column.Name, [.. column.Source.Columns.Select(c => c.Name)]);

    public static string Of(Plan plan, SourceSymbol source) => Of(plan.NameOf(source), [.. plan.Sources.Select(s => plan.NameOf(s.Source))]);

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
