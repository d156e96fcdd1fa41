using System.Collections.Concurrent;
using System.Net;
using System.Text;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Engines.ClickHouse;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>The HTTP interface of a current ClickHouse before the library, which has no server: sessions, settings, a user with a password, errors with their numbers.</summary>
internal sealed class ChdbServer
{
    public const string User = "reader", Password = "pa55&word/é";
    private static readonly string[] OwnParameters = ["query", "session_id", "session_timeout", "wait_end_of_query", "query_id", "max_execution_time", "database"];
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, ChdbConnection> sessions = [];

    private ChdbServer(int port)
    {
        Port = port;
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <summary>One for all tests, which the tool connects to.</summary>
    public static ChdbServer Shared => Started.Value;

    private static readonly Lazy<ChdbServer> Started = new(static () =>
    {
        var server = new ChdbServer(FreePort());
        Environment.SetEnvironmentVariable("METRICS_CLICKHOUSE", server.Address());
        return server;
    });

    public int Port { get; }

    /// <summary>What was asked, each statement with the address it was sent to.</summary>
    public ConcurrentQueue<(string Address, string Sql)> Asked { get; } = [];

    public string Address(string database = "default", string password = Password) => $"http://{User}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}/{database}";

    /// <summary>A connection to look behind.</summary>
    public static void Execute(string sql)
    {
        using var connection = ChdbConnection.Open();
        connection.Run(sql, default);
    }

    public static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Listen()
    {
        while (true)
            Answer(listener.GetContext());
    }

    private void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        try
        {
            using var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            var asked = context.Request.QueryString;
            if (context.Request.Headers["Authorization"] != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")))
                throw ClickHouseException.Of($"Code: 516. DB::Exception: {User}: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)");
            var session = sessions.GetOrAdd(asked["session_id"]!, _ => ChdbConnection.Open());
            foreach (string name in asked.AllKeys.OfType<string>().Except(OwnParameters))
                session.Run($"SET {name} = '{asked[name]}'", default);
            if (asked["database"] is { } database)
                session.Run($"USE {database}", default);
            Asked.Enqueue((context.Request.Url!.ToString(), asked["query"] ?? Encoding.UTF8.GetString(body.ToArray())));
            byte[] answer = asked["query"] is { } insert ? Insert(session, insert, body.ToArray()) : session.Run(Encoding.UTF8.GetString(body.ToArray()), default).ToArray();
            response.OutputStream.Write(answer);
        }
        catch (ClickHouseException e)
        {
            response.StatusCode = 500;
            response.OutputStream.Write(Encoding.UTF8.GetBytes(e.Code == 516 ? $"Code: 516. {User}" : e.Message));
        }
        finally
        {
            response.Close();
        }
    }

    private static byte[] Insert(ChdbConnection session, string insert, byte[] rows)
    {
        string table = insert["INSERT INTO ".Length..^" FORMAT RowBinary".Length];
        var columns = JsonRows.Read(session.Run($"DESCRIBE TABLE {table} FORMAT JSONCompact", default)).Select(c => $"{MetricsAsCode.Compiler.Emit.Sql.ClickHouseDialect.Current.NameOf((string)c[0]!)} {c[1]}");
        session.Insert(table, string.Join(", ", columns), rows, default);
        return [];
    }
}
