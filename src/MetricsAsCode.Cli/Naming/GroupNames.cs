using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Explaining;

namespace MetricsAsCode.Cli.Naming;

/// <summary>Finds the group that <c>--group</c> names.</summary>
internal static class GroupNames
{
    private const string Missing = "(missing)";

    /// <exception cref="ToolException">There is no such group in the period.</exception>
    public static ExplainedGroup Find(IReadOnlyList<string?> groups, ColumnSymbol by, string written)
    {
        if (groups.Contains(written, StringComparer.Ordinal))
            return new ExplainedGroup(by, written);
        if (string.Equals(written, Missing, StringComparison.Ordinal) && groups.Contains(null))
            return new ExplainedGroup(by, null);
        string suggestion = Suggestion.DidYouMean(written, groups.Select(g => g ?? Missing));
        string remedy = suggestion.Length > 0 ? suggestion : groups.Count == 0 ? " There are none." : $" There are {string.Join(", ", groups.Take(10).Select(g => $"`{g ?? Missing}`"))}{(groups.Count > 10 ? ", …" : "")}.";
        throw ToolException.Usage($"`{by}` has no group `{written}` in this period.{remedy}");
    }
}
