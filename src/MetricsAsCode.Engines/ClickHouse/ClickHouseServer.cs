using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace MetricsAsCode.Engines.ClickHouse;

// 1. Each statement carries its settings, so that no profile changes its meaning, and a number by which it can be stopped. The user and the password are headers: they stand
//    in no address, and the server does not log them.
// 2. The server answers when it is done, so that an error is told as one and never stands behind half an answer.
// 3. Whoever waits no longer stops the statement on the server, too. Nothing is tried again but connecting for the first time: a statement that is read twice may see
//    other rows.

/// <summary>A server, over HTTP. Statements of one connection share a session, in which its temporary tables live.</summary>
internal sealed class ClickHouseServer : IClickHouse
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly HttpClient client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15), AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ClickHouseAddress address;
    private readonly string session = Guid.NewGuid().ToString("N");
    private int statements;

    private ClickHouseServer(ClickHouseAddress address) => this.address = address;

    /// <summary>The release, e.g. 26.7.</summary>
    public Version Version { get; private set; } = new(0, 0);

    private IReadOnlyDictionary<string, string> Settings => ClickHouseSettings.Of(Version);

    /// <exception cref="ClickHouseException">It cannot be reached, or does not take the user.</exception>
    public static ClickHouseServer Connect(ClickHouseAddress address, CancellationToken cancellation = default)
    {
        var server = new ClickHouseServer(address);
        try
        {
            string version = Encoding.UTF8.GetString(server.First("SELECT version() FORMAT TabSeparated", cancellation)).Trim();
            server.Version = Version.TryParse(string.Join('.', version.Split('.').Take(2)), out var read) ? read : throw ClickHouseException.Of("");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public ReadOnlyMemory<byte> Run(string sql, CancellationToken cancellation) => Send("", Encoding.UTF8.GetBytes(sql), cancellation);

    public void Insert(string table, string columns, ReadOnlyMemory<byte> rows, CancellationToken cancellation) =>
        Send($"&query={Uri.EscapeDataString($"INSERT INTO {table} FORMAT RowBinary")}", rows, cancellation);

    public void Dispose() => client.Dispose();

    // A server that is starting takes no connection yet.
    private byte[] First(string sql, CancellationToken cancellation)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                return Send("", Encoding.UTF8.GetBytes(sql), cancellation);
            }
            catch (ClickHouseException e) when (e.IsUnreachable)
            {
                cancellation.WaitHandle.WaitOne(pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return Send("", Encoding.UTF8.GetBytes(sql), cancellation);
    }

    private byte[] Send(string query, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string id = $"metrics-{session}-{(++statements).ToString(CultureInfo.InvariantCulture)}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(address.Seconds) + Grace);
        try
        {
            return Answer($"session_id={session}&session_timeout=300&wait_end_of_query=1&query_id={id}&max_execution_time={address.Seconds.ToString(CultureInfo.InvariantCulture)}{query}", body, limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(id);
            cancellation.ThrowIfCancellationRequested();
            throw ClickHouseException.TooLong(address.Seconds);
        }
    }

    private byte[] Answer(string parameters, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        string database = address.Database is { } name ? $"&database={Uri.EscapeDataString(name)}" : "";
        string settings = database + string.Concat(Settings.Select(s => $"&{s.Key}={Uri.EscapeDataString(s.Value)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Server, $"/?{parameters}{settings}")) { Content = new ReadOnlyMemoryContent(body) };
        // Also of a password that is no ASCII.
        if (address.User is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{address.Password}")));
        try
        {
            using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            using var content = new MemoryStream();
            response.Content.ReadAsStream(cancellation).CopyToAsync(content, cancellation).GetAwaiter().GetResult();
            return response.IsSuccessStatusCode ? content.ToArray() : throw ClickHouseException.Of(address.Without(Encoding.UTF8.GetString(content.ToArray())), address.Seconds);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // What the network says names the server.
            throw ClickHouseException.Unreachable(hasBeenReached: Version.Major > 0);
        }
    }

    // Whoever asks for this has no time to wait.
    private void Kill(string id)
    {
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            Answer("wait_end_of_query=1", Encoding.UTF8.GetBytes($"KILL QUERY WHERE query_id = '{id}' ASYNC"), patience.Token);
        }
        catch (Exception e) when (e is ClickHouseException or OperationCanceledException)
        {
            // The server's own time limit stops it then.
        }
    }
}
