using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>A module whose tables are put into a database.</summary>
/// <param name="plan">The plan.</param>
/// <param name="dialect">How the database writes SQL.</param>
/// <param name="open">Opens a database with the tables of the plan's sources.</param>
internal sealed class SqlModule(Plan plan, SqlDialect dialect, Func<Plan, IReadOnlyDictionary<string, DataFrame>, ISqlConnection> open) : ModuleEngine
{
    private readonly PlanFormulas formulas = new(plan);

    /// <summary>DuckDB's.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="wrap">What stands between statements and the database; null for nothing.</param>
    public SqlModule(Plan plan, Func<ISqlConnection, ISqlConnection>? wrap = null)
        : this(plan, SqlDialect.DuckDb, (of, frames) => wrap is null ? DuckDbSql.Of(of, frames) : wrap(DuckDbSql.Of(of, frames)))
    {
    }

    public override IMetricEngine Open(IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, bool allowDangling)
    {
        CheckReferences(plan, frames, allowDangling);
        var database = new SqlDatabase(plan, formulas, dialect, open(plan, frames), Calendars.Of(plan.Module.Product), column => _ = frames[plan.NameOf(column.Source)][column.Name]);
        return new SqlEngine(database, asOf);
    }

    /// <summary>References between tables that are at hand; others may lie elsewhere.</summary>
    /// <exception cref="DataException">One leads to a row that is not there.</exception>
    public static void CheckReferences(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, bool allowDangling)
    {
        foreach (var (source, column) in plan.Sources.SelectMany(s => s.Columns.Select(c => (s.Source, c.Column))))
        {
            if (column.References is { } target
                && frames.TryGetValue(plan.NameOf(source), out var frame)
                && frame.TryGet(column.Name, out var from)
                && frames.TryGetValue(plan.NameOf(target), out var to)
                && to.TryGet(target.Keys.Single().Name, out var key))
                References.Link(frame, from, to, key, allowDangling);
        }
    }
}
