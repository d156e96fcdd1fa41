using System.Globalization;
using System.Runtime.InteropServices;
using MetricsAsCode.Engines.DuckDb.Native;

namespace MetricsAsCode.Engines.DuckDb;

/// <summary>
/// A connection to a database of its own: in memory, or a file. For one thread at a time; a query in between ends a streamed result.
/// No statement downloads anything.
/// </summary>
internal sealed class DuckDbConnection : IDisposable
{
    public const string InMemory = ":memory:";

    private readonly DatabaseHandle _database;
    private readonly ConnectionHandle _connection;

    private DuckDbConnection(DatabaseHandle database, ConnectionHandle connection)
    {
        _database = database;
        _connection = connection;
    }

    internal ConnectionHandle Handle => _connection;

    /// <summary>Opens a database.</summary>
    /// <param name="path">A file, which is made if it does not exist and may be written; or <see cref="InMemory"/>.</param>
    /// <param name="options">How it is opened.</param>
    /// <exception cref="DuckDbMissingException">The library is not on this machine.</exception>
    /// <exception cref="DuckDbException">The file cannot be opened or is no database.</exception>
    public static DuckDbConnection Open(string path = InMemory, DuckDbOptions? options = null)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A database has a path that is not empty and without the character NUL.", nameof(path));
        DuckDbLibrary.Load();
        using var config = Config(options ?? new DuckDbOptions());
        int state = DuckDbNative.Open(path, out var database, config, out nint error);
        string? message = Marshal.PtrToStringUTF8(error);
        if (error != 0)
            DuckDbNative.Free(error);
        if (state != 0)
        {
            database.Dispose();
            throw EngineMessage.ToException(message);
        }

        if (DuckDbNative.Connect(database, out var connection) == 0)
            return new DuckDbConnection(database, connection);
        connection.Dispose();
        database.Dispose();
        throw new DuckDbException($"`{path}` was opened, but takes no connection.");
    }

    /// <summary>Runs one statement and drops its rows.</summary>
    /// <exception cref="DuckDbException">The engine refuses it.</exception>
    public void Execute(string sql, CancellationToken cancellation = default) => Query(sql, [], cancellation).Dispose();

    /// <summary>Runs one statement. All its rows are held until the result is disposed.</summary>
    /// <param name="sql">One statement; the parameters are <c>$1</c>, <c>$2</c> and on.</param>
    /// <param name="parameters">Null, bool, int, long, Int128, double, string, DateOnly, Instant (a timestamp in UTC) or <see cref="DuckDbDecimal"/>, one for each.</param>
    /// <param name="cancellation">Stops the engine soon.</param>
    /// <exception cref="DuckDbException">The engine refuses it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public DuckDbResult Query(string sql, IReadOnlyList<object?> parameters, CancellationToken cancellation = default) => Run(sql, parameters, isStreamed: false, cancellation);

    /// <inheritdoc cref="Query(string, IReadOnlyList{object?}, CancellationToken)"/>
    public DuckDbResult Query(string sql, CancellationToken cancellation = default) => Run(sql, [], isStreamed: false, cancellation);

    /// <summary>As <see cref="Query(string, IReadOnlyList{object?}, CancellationToken)"/>, but rows are computed as they are read: no other statement may run before the end.</summary>
    public DuckDbResult Stream(string sql, IReadOnlyList<object?> parameters, CancellationToken cancellation = default) => Run(sql, parameters, isStreamed: true, cancellation);

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    private DuckDbResult Run(string sql, IReadOnlyList<object?> parameters, bool isStreamed, CancellationToken cancellation)
    {
        if (sql.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("The character NUL would end the statement before its end.", nameof(sql));
        cancellation.ThrowIfCancellationRequested();
        using var statement = Prepare(sql);
        Parameters.Bind(statement, parameters);
        var result = new ResultHandle();
        try
        {
            int state;
            using (Interruption.Of(_connection, cancellation))
                state = isStreamed ? DuckDbNative.ExecutePreparedStreaming(statement, result) : DuckDbNative.ExecutePrepared(statement, result);
            if (state != 0)
                throw EngineMessage.ToException(Marshal.PtrToStringUTF8(DuckDbNative.ResultError(result)), cancellation);
            return new DuckDbResult(result, _connection, cancellation);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private StatementHandle Prepare(string sql)
    {
        if (DuckDbNative.Prepare(_connection, sql, out var statement) == 0)
            return statement;
        using (statement)
            throw EngineMessage.ToException(Marshal.PtrToStringUTF8(DuckDbNative.PrepareError(statement)));
    }

    private static ConfigHandle Config(DuckDbOptions options)
    {
        if (DuckDbNative.CreateConfig(out var config) != 0)
            throw new InvalidOperationException("DuckDB made no configuration.");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        };
        if (options.Threads is { } threads)
            settings["threads"] = threads.ToString(CultureInfo.InvariantCulture);
        if (options.ReadOnly)
            settings["access_mode"] = "READ_ONLY";
        foreach (var (name, value) in settings)
        {
            if (DuckDbNative.SetConfig(config, name, value) != 0)
                throw new ArgumentException($"DuckDB does not take `{value}` for `{name}`.", nameof(options));
        }

        return config;
    }
}
