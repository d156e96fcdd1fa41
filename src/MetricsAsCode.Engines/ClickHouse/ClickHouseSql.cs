using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>ClickHouse behind the seam of SQL engines.</summary>
/// <param name="engine">The server, or the engine in this process.</param>
/// <param name="dialect">How it writes SQL.</param>
/// <param name="place">What data errors name.</param>
internal sealed class ClickHouseSql(IClickHouse engine, SqlDialect dialect, string place) : ISqlConnection
{
    private readonly List<string> own = [];

    /// <summary>Temporary tables of a plan's sources, which are gone when the connection is disposed.</summary>
    public void Register(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        foreach (var source in plan.Sources.Select(s => s.Source))
            Register(SqlNames.Of(plan, source), frames[plan.NameOf(source)], column => source.Column(column) is { } symbol ? SqlNames.Of(symbol) : column);
    }

    public void Register(string table, DataFrame frame, Func<string, string> nameOf)
    {
        // A table has a column, also where only its rows are counted.
        IReadOnlyList<Column> columns = frame.Columns.Count > 0 ? frame.Columns : [new ValueColumn<bool>("only rows", new ColumnType(ColumnKind.Boolean), new bool[frame.RowCount])];
        string name = dialect.NameOf(table);
        string typed = string.Join(", ", columns.Select(c => $"{dialect.NameOf(nameOf(c.Name))} {RowBinary.TypeOf(c, hasBool: !dialect.IsFlat)}"));
        try
        {
            engine.Run($"CREATE TEMPORARY TABLE {name} ({typed}) ENGINE = Memory", default);
            own.Add(name);
            if (frame.RowCount > 0)
                engine.Insert(name, typed, RowBinary.Write(columns, frame.RowCount), default);
        }
        catch (ClickHouseException e)
        {
            throw ToDataError(e, place);
        }
    }

    public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation)
    {
        try
        {
            return JsonRows.Read(engine.Run(sql.TrimEnd('\n') + "\nFORMAT JSONCompact", cancellation));
        }
        catch (ClickHouseException e)
        {
            throw e.IsOurs ? new InvalidOperationException($"{e.Message}\n{sql}", e) : ToDataError(e, place);
        }
    }

    public static DataException ToDataError(ClickHouseException e, string place) =>
        new([new DataError(place, 0, 0, null, null, e.Message.StartsWith("Code", StringComparison.Ordinal) ? $"ClickHouse cannot answer ({e.Message})" : e.Message)], inner: e);

    public void Dispose()
    {
        try
        {
            foreach (string table in own)
                engine.Run($"DROP TABLE IF EXISTS {table}", default);
        }
        catch (ClickHouseException)
        {
            // A server that is gone has dropped its sessions.
        }

        engine.Dispose();
    }
}
