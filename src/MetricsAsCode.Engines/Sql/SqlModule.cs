using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>A module whose tables are put into a DuckDB database in memory.</summary>
/// <param name="plan">The plan.</param>
/// <param name="wrap">What stands between statements and the database; null for nothing.</param>
internal sealed class SqlModule(Plan plan, Func<ISqlConnection, ISqlConnection>? wrap = null) : ModuleEngine
{
    private readonly PlanFormulas formulas = new(plan);

    public override IMetricEngine Open(IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, bool allowDangling)
    {
        CheckReferences(frames, allowDangling);
        ISqlConnection tables = DuckDbSql.Of(plan, frames);
        var connection = wrap?.Invoke(tables) ?? tables;
        var database = new SqlDatabase(plan, formulas, SqlDialect.DuckDb, connection, Calendars.Of(plan.Module.Product), column => _ = frames[plan.NameOf(column.Source)][column.Name]);
        return new SqlEngine(database, asOf);
    }

    private void CheckReferences(IReadOnlyDictionary<string, DataFrame> frames, bool allowDangling)
    {
        foreach (var (source, column) in plan.Sources.SelectMany(s => s.Columns.Select(c => (s.Source, c.Column))))
        {
            if (column.References is { } target
                && frames[plan.NameOf(source)].TryGet(column.Name, out var from)
                && frames.TryGetValue(plan.NameOf(target), out var to)
                && to.TryGet(target.Keys.Single().Name, out var key))
                References.Link(frames[plan.NameOf(source)], from, to, key, allowDangling);
        }
    }
}
