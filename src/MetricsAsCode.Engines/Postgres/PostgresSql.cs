using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Sql;
using Npgsql;
using IsolationLevel = System.Data.IsolationLevel;

namespace MetricsAsCode.Engines.Postgres;

// 1. A session makes its own functions, tables and views in pg_temp; it changes nothing else, and what it has made goes with it.
// 2. Statements are answered inside one transaction that only reads and sees one state, or one by one where all tables are the session's own.
// 3. Connecting is tried again while the server starts or has no connection left. A statement is not: the state that the ones before it have seen is gone with the
//    connection.

/// <summary>PostgreSQL behind the seam of SQL engines: one connection.</summary>
internal sealed class PostgresSql : ISqlConnection
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    // What results look like must not depend on the server's configuration. Statements are compiled by the server at a cost that small ones do not earn back. Of relations in
    // a statement the planner believes that they have few rows, and would go through one for each row of the other: in minutes, where hashing takes milliseconds.
    // PostgreSQL 15 waits for ever where a subquery reads foreign tables of servers that are just asked for rows of another one (`async_capable`, wait event AppendReady).
    private const string Session = """
        SET standard_conforming_strings = on; SET extra_float_digits = 1; SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; SET client_min_messages = warning; SET jit = off; SET enable_nestloop = off;
        SET enable_async_append = off;
        SET default_transaction_read_only = off;
        SELECT pg_catalog.set_config('search_path', 'pg_temp, ' || pg_catalog.current_setting('search_path'), false);
        """;

    private readonly NpgsqlConnection connection;
    private readonly PostgresSettings settings;
    private NpgsqlTransaction? transaction;

    private PostgresSql(NpgsqlConnection connection, PostgresSettings settings) => (this.connection, this.settings) = (connection, settings);

    /// <exception cref="DataException">The server cannot be reached, or does not take the connection.</exception>
    public static PostgresSql Connect(PostgresSettings settings, CancellationToken cancellation = default)
    {
        var connection = Opened(settings, cancellation);
        try
        {
            string functions = string.Concat(SqlDialect.Postgres.Functions.Select(f => f.Sql + ";\n"));
            // What a session may do is settled before its next transaction begins.
            foreach (string sql in new[] { Session, functions })
            {
                using var command = new NpgsqlCommand(sql, connection);
                command.ExecuteNonQuery();
            }

            return new PostgresSql(connection, settings);
        }
        catch (NpgsqlException e)
        {
            connection.Dispose();
            throw PostgresErrors.ToConnect(e);
        }
    }

    /// <summary>From now on statements only read, and see one state of the database.</summary>
    public void Freeze()
    {
        transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        Execute("SET TRANSACTION READ ONLY");
    }

    /// <exception cref="DataException">The server cannot do it.</exception>
    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection, transaction);
        Guarded(command, static c => c.ExecuteNonQuery(), default);
    }

    public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(sql, connection, transaction) { AllResultTypesAreUnknown = true };
        return Guarded(command, Read, cancellation);
    }

    /// <summary>Sends rows; without <c>Complete</c> none are kept.</summary>
    /// <exception cref="DataException">The server does not take them.</exception>
    public void Importing(string copy, CancellationToken cancellation, Action<NpgsqlBinaryImporter> write)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var importer = connection.BeginBinaryImport(copy);
            importer.Timeout = TimeSpan.FromSeconds(connection.CommandTimeout);
            write(importer);
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.ToAnswer(e, copy, settings, connection.CommandTimeout);
        }
        catch (IOException)
        {
            throw PostgresErrors.Lost();
        }
    }

    public void Dispose() => connection.Dispose();

    private static List<IReadOnlyList<object?>> Read(NpgsqlCommand command)
    {
        var rows = new List<IReadOnlyList<object?>>();
        using var reader = command.ExecuteReader();
        uint[] types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeOID)];
        while (reader.Read())
            rows.Add([.. types.Select((type, i) => reader.IsDBNull(i) ? null : PostgresValues.Of(reader.GetString(i), type))]);
        return rows;
    }

    private T Guarded<T>(NpgsqlCommand command, Func<NpgsqlCommand, T> run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            // Asks the server to stop, too.
            using var stopping = cancellation.Register(static c => ((NpgsqlCommand)c!).Cancel(), command);
            return run(command);
        }
        catch (NpgsqlException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.ToAnswer(e, command.CommandText, settings, command.CommandTimeout);
        }
        catch (IOException)
        {
            throw PostgresErrors.Lost();
        }
    }

    private static NpgsqlConnection Opened(PostgresSettings settings, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            var connection = new NpgsqlConnection(settings.ConnectionString);
            try
            {
                connection.OpenAsync(cancellation).GetAwaiter().GetResult();
                return connection;
            }
            catch (PostgresException e) when (e.SqlState is "57P03" or "53300" && attempt < Pauses.Length)
            {
                connection.Dispose();
                cancellation.WaitHandle.WaitOne(Pauses[attempt]);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (NpgsqlException e)
            {
                connection.Dispose();
                throw PostgresErrors.ToConnect(e);
            }
            catch (Exception e) when (e is System.Net.Sockets.SocketException or TimeoutException)
            {
                connection.Dispose();
                throw PostgresErrors.Unreachable();
            }
        }
    }
}
