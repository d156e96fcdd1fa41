using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>Where the sources of a plan are: in the database, or here, as tables that have been read.</summary>
/// <param name="plan">The plan.</param>
/// <param name="frames">The tables that are here, by the names the plan calls them by.</param>
internal sealed class LiveSources(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
{
    /// <summary>The sources that are in the database, with the columns that are read.</summary>
    public IReadOnlyDictionary<SourceSymbol, IEnumerable<ColumnSymbol>> There { get; } =
        plan.Sources.Where(s => !frames.ContainsKey(plan.NameOf(s.Source))).ToDictionary(s => s.Source, s => Stored(s.Columns.Select(c => c.Column)));

    /// <summary>The others with their rows.</summary>
    public IEnumerable<(SourceSymbol Source, DataFrame Frame)> Here =>
        plan.Sources.Where(s => frames.ContainsKey(plan.NameOf(s.Source))).Select(s => (s.Source, frames[plan.NameOf(s.Source)]));

    /// <summary>The sources among some that are in the database, with all their columns.</summary>
    public static IReadOnlyDictionary<SourceSymbol, IEnumerable<ColumnSymbol>> Of(IEnumerable<SourceSymbol> sources, Func<SourceSymbol, bool> isThere) =>
        sources.Where(isThere).ToDictionary(s => s, s => Stored(s.Columns.Where(c => !c.IsError)));

    /// <summary>Throws for a column that has not been read, of a table that is here.</summary>
    public void RequireRead(ColumnSymbol column)
    {
        if (frames.TryGetValue(plan.NameOf(column.Source), out var frame))
            _ = frame[column.Name];
    }

    /// <summary>Nothing, where tables are what their sources declare.</summary>
    /// <exception cref="DataException">They are not: all errors of all tables.</exception>
    public static void RequireFit(IEnumerable<LiveTable> tables, string place)
    {
        DataError[] errors = [.. tables.SelectMany(t => t.Findings).Select(f => f.ToDataError(place))];
        if (errors.Length > 0)
            throw new DataException(errors);
    }

    private static IEnumerable<ColumnSymbol> Stored(IEnumerable<ColumnSymbol> columns) => columns.Where(c => c.Formula is null);
}
