using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>A database whose tables sources are held against.</summary>
/// <param name="connection">The database.</param>
/// <param name="dialect">How it writes SQL.</param>
/// <param name="types">Which of its types hold what.</param>
internal abstract class LiveDatabase(ISqlConnection connection, SqlDialect dialect, IColumnTypes types)
{
    public ISqlConnection Connection => connection;

    public SqlDialect Dialect => dialect;

    public IColumnTypes Types => types;

    /// <summary>What to do where there is no such table and no similar one.</summary>
    public abstract string Remedy { get; }

    /// <summary>The table of a source as messages call it.</summary>
    public abstract string NameOf(SourceSymbol source);

    /// <summary>The same in statements.</summary>
    public abstract string TableOf(SourceSymbol source);

    /// <summary>The columns of a source's table with their types; none when there is no such table.</summary>
    public abstract IReadOnlyDictionary<string, string> ColumnsOf(SourceSymbol source, CancellationToken cancellation);

    /// <summary>The tables that are there, as messages call them.</summary>
    public abstract IEnumerable<string> Tables(CancellationToken cancellation);

    /// <summary>The tables of sources, each with what is wrong with it.</summary>
    /// <param name="sources">The sources that are tables of the database, with the columns that matter.</param>
    /// <param name="own">Tables of ours beside them, which refer to them and the other way round.</param>
    /// <param name="cancellation">Stops.</param>
    public IReadOnlyList<LiveTable> Check(IReadOnlyDictionary<SourceSymbol, IEnumerable<ColumnSymbol>> sources, IEnumerable<LiveTable> own, CancellationToken cancellation)
    {
        var live = sources.Select(s => LiveTable.Of(s.Key, s.Value, this, cancellation)).ToList();
        foreach (var table in live)
            TableContract.CheckValues(table, connection, cancellation);
        var tables = live.Concat(own).ToDictionary(t => t.Source);
        foreach (var table in tables.Values)
            TableContract.CheckKeys(table, tables, connection, cancellation);
        return [.. tables.Values];
    }
}
