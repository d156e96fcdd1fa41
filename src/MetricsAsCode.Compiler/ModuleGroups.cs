using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler;

// Modules refer to each other by qualified names only. What stands before a dot is taken for such a name wherever it stands, also in comments and texts: a group may be
// larger than it must be, never smaller.

/// <summary>Files put together so that what is compiled of those of one group depends on no other, as long as none has a mistake: a remedy may name what lies in another.</summary>
public static class ModuleGroups
{
    /// <summary>The groups by their first module, each with its files by path; files without a module are a group of their own.</summary>
    public static IEnumerable<EquatableArray<SyntaxTree>> Of(IEnumerable<SyntaxTree> trees)
    {
        var files = trees.GroupBy(t => t.Module?.Text ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        string[] modules = [.. files.Keys.OrderBy(m => m, StringComparer.Ordinal)];
        var groupOf = modules.ToDictionary(m => m, m => m, StringComparer.Ordinal);
        foreach (string module in modules)
        {
            foreach (string used in files[module].SelectMany(t => t.Qualifiers).Distinct().Where(groupOf.ContainsKey))
            {
                Join(First(module), First(used));
            }
        }

        return modules.GroupBy(First, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.SelectMany(m => files[m]).OrderBy(t => t.Text.Path, StringComparer.Ordinal).ToEquatable());

        string First(string module)
        {
            while (groupOf[module] != module)
            {
                module = groupOf[module];
            }

            return module;
        }

        void Join(string left, string right)
        {
            bool isInOrder = string.CompareOrdinal(left, right) < 0;
            groupOf[isInOrder ? right : left] = isInOrder ? left : right;
        }
    }
}
