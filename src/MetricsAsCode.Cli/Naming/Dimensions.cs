using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Cli.Naming;

/// <summary>Finds the column of <c>--by source.column</c> or <c>--by segment</c>, and checks that a metric can be broken down by it.</summary>
internal static class Dimensions
{
    /// <exception cref="ToolException">The module has no such column.</exception>
    public static ColumnSymbol Find(ModuleSymbol module, string written)
    {
        var parts = written.Split('.');
        if (parts.Length == 3 && string.Equals(parts[0], module.Name, StringComparison.Ordinal))
            parts = parts[1..];
        if (module.Segments.FirstOrDefault(s => parts.Length == 1 && string.Equals(s.Name, parts[0], StringComparison.Ordinal)) is { } segment)
            return segment.Column;
        if (parts.Length != 2 || parts.Any(p => p.Length == 0))
            throw ToolException.Usage($"`{written}` is not a column to break down by. Write `source.column`, e.g. {Example(module)}.");
        var source = module.Sources.FirstOrDefault(s => string.Equals(s.Name, parts[0], StringComparison.Ordinal))
            ?? throw ToolException.Usage($"`{module.Name}` has no source `{parts[0]}`.{DidYouMean(parts[0], module.Sources.Select(s => s.Name))}");
        return source.Column(parts[1])
            ?? throw ToolException.Usage($"`{source.Name}` has no column `{parts[1]}`.{DidYouMean(parts[1], source.Columns.Select(c => c.Name))}");
    }

    /// <exception cref="ToolException">The metric reads no rows, or a source of it does not reach the column on exactly one way.</exception>
    public static void RequireReach(Plan plan, MetricSymbol metric, ColumnSymbol by)
    {
        if (DimensionReach.SourcesOf(plan, metric).Count == 0)
            throw ToolException.Usage($"`{metric.Name}` cannot be broken down: it reads no rows, so it has no groups.");
        if (DimensionReach.WithoutPath(plan, metric, by).FirstOrDefault() is { } stuck)
            throw ToolException.Usage($"`{metric.Name}` cannot be broken down by `{by}`: its source `{stuck.Name}` does not refer to `{by.Source.Name}` in exactly one way. Choose a column that all its sources reach.");
    }

    private static string DidYouMean(string written, IEnumerable<string> names)
    {
        var all = names.ToList();
        string suggestion = Suggestion.DidYouMean(written, all);
        return suggestion.Length > 0 ? suggestion : $" There are {string.Join(", ", all.Select(n => $"`{n}`"))}.";
    }

    private static string Example(ModuleSymbol module) =>
        module.Sources.SelectMany(s => s.Columns).Where(c => c.Type.Kind == ScalarKind.Text && !c.IsKey && c.References is null).Select(c => $"`{c}`").FirstOrDefault("`customers.country`");
}
