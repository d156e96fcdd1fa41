using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Loading;

/// <summary>Sets rows aside whose references lead nowhere, until each leads to a row: a row that goes may have been what others refer to.</summary>
internal static class LinkedRows
{
    public static IReadOnlyDictionary<string, DataFrame> Of(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        var linked = new Dictionary<string, DataFrame>(frames, StringComparer.Ordinal);
        while (plan.Sources.Count(source => Shorten(plan, source, linked)) > 0)
        {
        }

        return linked;
    }

    private static bool Shorten(Plan plan, PlanSource source, Dictionary<string, DataFrame> frames)
    {
        string name = plan.NameOf(source.Source);
        var from = frames[name];
        var rejected = new Dictionary<int, DataError>();
        foreach (var column in source.Columns.Select(c => c.Column).Where(c => c.References is not null))
        {
            var to = frames[plan.NameOf(column.References!)];
            foreach (var (row, error) in References.Dangling(from, from[column.Name], to, to[column.Entity.Name]))
                rejected.TryAdd(row, error);
        }

        frames[name] = from.WithoutRows(rejected);
        return rejected.Count > 0;
    }
}
