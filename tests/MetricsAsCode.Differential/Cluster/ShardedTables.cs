using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Differential.Cluster;

// 1. Every source is a Distributed table over local ones of a database of its own. Rows lie on servers in turn: no two of an entity need lie together, so that whatever
//    is answered server by server is found to be wrong.
// 2. The variable METRICS_CLICKHOUSE_CLUSTER names the servers, as tests/engines/clickhouse.sh starts them, with commas between.

/// <summary>Tables on the servers of a ClickHouse cluster.</summary>
internal static class ShardedTables
{
    public const string Variable = "METRICS_CLICKHOUSE_CLUSTER";
    private static int number;

    private static string[] Servers => (Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} names no servers.")).Split(',');

    /// <summary>A module whose tables are spread over so many servers.</summary>
    public static SqlModule Module(Plan plan, int shards) => new(plan, ClickHouseDialect.Old, (of, frames) => Open(of, frames, shards));

    /// <summary>The tables of a plan.</summary>
    public static ISqlConnection Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, int shards)
    {
        string[] servers = Servers[..shards];
        string database = FormattableString.Invariant($"metrics_{Environment.ProcessId}_{Interlocked.Increment(ref number)}");
        var connections = servers.Select(s => ClickHouseServer.Connect(ClickHouseAddress.Read(s))).ToList();
        try
        {
            foreach (var shard in connections)
                shard.Run($"CREATE DATABASE {database}", default);
            foreach (var source in plan.Sources.Select(s => s.Source))
                Fill(connections, database, SqlNames.Of(plan, source), frames[plan.NameOf(source)], column => source.Column(column) is { } symbol ? SqlNames.Of(symbol) : column);
            var asked = new ClickHouseSql(ClickHouseServer.Connect(ClickHouseAddress.Read(servers[0]) with { Database = database }), ClickHouseDialect.Old, "ClickHouse");
            return new Database(asked, database, connections);
        }
        catch
        {
            connections.ForEach(s => s.Dispose());
            throw;
        }
    }

    private static void Fill(IReadOnlyList<ClickHouseServer> shards, string database, string table, DataFrame frame, Func<string, string> nameOf)
    {
        IReadOnlyList<Column> columns = frame.Columns.Count > 0 ? frame.Columns : [new ValueColumn<bool>("only rows", new ColumnType(ColumnKind.Boolean), new bool[frame.RowCount])];
        string typed = string.Join(", ", columns.Select(c => $"{ClickHouseDialect.Old.NameOf(nameOf(c.Name))} {RowBinary.TypeOf(c, hasBool: false)}"));
        string local = $"{database}.{ClickHouseDialect.Old.NameOf("local " + table)}";
        for (int k = 0; k < shards.Count; k++)
        {
            shards[k].Run($"CREATE TABLE {local} ({typed}) ENGINE = Memory", default);
            int[] rows = [.. Enumerable.Range(0, frame.RowCount).Where(row => row % shards.Count == k)];
            if (rows.Length > 0)
                shards[k].Insert(local, typed, RowBinary.Write(columns, rows), default);
        }

        string cluster = FormattableString.Invariant($"shards_{shards.Count}");
        shards[0].Run($"CREATE TABLE {database}.{ClickHouseDialect.Old.NameOf(table)} ({typed}) ENGINE = Distributed({cluster}, {database}, {ClickHouseDialect.Old.NameOf("local " + table)})", default);
    }

    private sealed class Database(ISqlConnection inner, string name, IReadOnlyList<ClickHouseServer> shards) : ISqlConnection
    {
        public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation) => inner.Query(sql, cancellation);

        public void Dispose()
        {
            inner.Dispose();
            foreach (var shard in shards)
            {
                shard.Run($"DROP DATABASE IF EXISTS {name}", default);
                shard.Dispose();
            }
        }
    }
}
