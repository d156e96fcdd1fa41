using System.Collections.Concurrent;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Engines.Sql;
using Npgsql;

namespace MetricsAsCode.Differential.Foreign;

// 1. METRICS_POSTGRES connects to the coordinator, METRICS_POSTGRES_SHARDS to the shards, one connection behind the other with `|` between.
// 2. Each source is a partitioned table of the coordinator; its partitions are foreign tables, each a table of a shard. Row n lies on shard n mod N, so that rows of
//    one entity lie on different ones.
// 3. Rows go to the shards directly.

/// <summary>PostgreSQL whose tables lie on other servers: a coordinator with foreign partitions.</summary>
internal static class ForeignTables
{
    public const string Variable = "METRICS_POSTGRES_SHARDS";

    private static readonly ConcurrentDictionary<string, bool> Prepared = new(StringComparer.Ordinal);

    private static string[] Shards => (Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} names no servers.")).Split('|');

    public static ModuleEngine Module(Plan plan, int shards) => new SqlModule(plan, SqlDialect.Postgres, (of, frames) => Open(of, frames, shards));

    /// <summary>The tables of a plan.</summary>
    public static ISqlConnection Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, int shards) => Open(plan, frames, Shards[..shards]);

    private static ISqlConnection Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, IReadOnlyList<string> shards)
    {
        var settings = Connections.Postgres();
        for (int i = 0; i < shards.Count; i++)
            Prepare(settings, $"shard_{i}", shards[i]);
        string schema = $"r{Guid.NewGuid():N}";
        var tables = plan.Sources.Select((s, i) => new SourceTable($"{schema}.t{i}", s.Source, frames[plan.NameOf(s.Source)])).ToList();
        for (int i = 0; i < shards.Count; i++)
            Fill(shards[i], schema, tables, i, shards.Count);

        var connection = PostgresSql.Connect(settings);
        connection.Execute($"CREATE SCHEMA {schema}; SET enable_partitionwise_aggregate = on; SET enable_partitionwise_join = on; SET client_min_messages = warning;\n"
            + string.Concat(tables.Select(t => t.Partitioned(shards.Count) + t.View(SqlText.Name(SqlNames.Of(plan, t.Source))))));
        connection.Freeze();
        return new Dropping(connection, settings, shards, schema);
    }

    private static void Fill(string shard, string schema, IReadOnlyList<SourceTable> tables, int number, int count)
    {
        using var connection = PostgresSql.Connect(PostgresSettings.Read(shard));
        connection.Execute($"CREATE SCHEMA {schema};\n" + string.Concat(tables.Select(t => t.OnShard(number))));
        foreach (var table in tables.Where(t => t.Frame.RowCount > 0))
            PostgresTables.Copy(connection, table.Target, table.Frame, default, row => row % count == number);
    }

    // Once for each server that is the coordinator of this process.
    private static void Prepare(PostgresSettings coordinator, string name, string shard)
    {
        lock (Prepared)
        {
            if (!Prepared.TryAdd($"{coordinator.ConnectionString} {name}", true))
                return;
            var to = new NpgsqlConnectionStringBuilder(shard);
            using var connection = PostgresSql.Connect(coordinator);
            connection.Execute($"""
                CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;
                DROP SERVER IF EXISTS {name} CASCADE;
                CREATE SERVER {name} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '{to.Host}', port '{to.Port}', dbname '{to.Database}', async_capable 'true', fdw_tuple_cost '0.2');
                CREATE USER MAPPING FOR CURRENT_USER SERVER {name} OPTIONS (user '{to.Username}');
                """);
        }
    }

    private sealed class Dropping(PostgresSql connection, PostgresSettings settings, IReadOnlyList<string> shards, string schema) : ISqlConnection
    {
        public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation) => connection.Query(sql, cancellation);

        public void Dispose()
        {
            connection.Dispose();
            foreach (var server in shards.Select(PostgresSettings.Read).Prepend(settings))
            {
                using var dropping = PostgresSql.Connect(server);
                dropping.Execute($"SET client_min_messages = warning; DROP SCHEMA {schema} CASCADE");
            }
        }
    }
}
