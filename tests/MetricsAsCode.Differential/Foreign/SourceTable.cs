using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Postgres;

namespace MetricsAsCode.Differential.Foreign;

/// <summary>A source as a table of a coordinator and of its shards. Its columns are numbered.</summary>
/// <param name="Name">The table with its schema, the same everywhere.</param>
/// <param name="Source">The source.</param>
/// <param name="Frame">Its rows.</param>
internal sealed record SourceTable(string Name, SourceSymbol Source, DataFrame Frame)
{
    private string Columns => string.Concat(Frame.Columns.Select((c, i) => $"c{SqlText.Of(i)} {PostgresTables.TypeOf(c.Type)}, "));

    /// <summary>Where rows of a shard are sent.</summary>
    public string Target => $"{Name} ({string.Join(", ", Frame.Columns.Select((_, i) => $"c{SqlText.Of(i)}").DefaultIfEmpty("only_rows"))})";

    public string OnShard(int number) => $"CREATE TABLE {Name} ({Columns}only_rows BOOLEAN, shard_no INTEGER DEFAULT {SqlText.Of(number)});\n";

    /// <summary>The table of the coordinator with a foreign partition for each shard.</summary>
    public string Partitioned(int shards)
    {
        string[] parts = Name.Split('.');
        return $"CREATE TABLE {Name} ({Columns}only_rows BOOLEAN, shard_no INTEGER) PARTITION BY LIST (shard_no);\n" + string.Concat(Enumerable.Range(0, shards).Select(i =>
            $"CREATE FOREIGN TABLE {Name}_{SqlText.Of(i)} PARTITION OF {Name} FOR VALUES IN ({SqlText.Of(i)}) SERVER shard_{SqlText.Of(i)} OPTIONS (schema_name '{parts[0]}', table_name '{parts[1]}');\n"));
    }

    /// <summary>What gives the columns their names.</summary>
    public string View(string name)
    {
        string items = string.Join(", ", Frame.Columns.Select((c, i) => $"c{SqlText.Of(i)} AS {SqlText.Name(Source.Column(c.Name) is { } symbol ? SqlNames.Of(symbol) : c.Name)}").DefaultIfEmpty("only_rows"));
        return $"CREATE TEMP VIEW {name} AS SELECT {items} FROM {Name};\n";
    }
}
